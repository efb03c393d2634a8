"""What the atlas is, for whom, and where it comes from."""
