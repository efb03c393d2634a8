"""Belts: their shapes, what a corridor holds, and what each is made of."""
