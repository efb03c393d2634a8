"""The pieces of the Policy page."""
