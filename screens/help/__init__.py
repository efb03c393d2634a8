"""How to read the atlas, and what its words mean."""
