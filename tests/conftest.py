"""What all tests share."""

from hypothesis import settings

# The same examples on every machine, and no deadline: the cores may be shared.
settings.register_profile("atlas", deadline=None, derandomize=True)
settings.load_profile("atlas")
