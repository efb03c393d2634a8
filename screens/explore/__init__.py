"""The map with filters: the front door."""
