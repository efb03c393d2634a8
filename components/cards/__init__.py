"""Cards of the panel: one module a kind of thing."""
