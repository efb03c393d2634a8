"""The screens: one folder a page, each with all its pieces."""
