"""The pieces of the Invest page."""
