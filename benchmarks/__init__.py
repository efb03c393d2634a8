"""How fast the atlas is, measured beside what one would build otherwise."""
