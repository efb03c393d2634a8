"""The industries page: who names what for which place, and what that does and does not show."""
