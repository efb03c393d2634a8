"""The pieces of the Belts page."""
