"""The page for an address that is none."""
