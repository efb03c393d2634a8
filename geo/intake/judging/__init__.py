"""Rows → what each says, and what speaks against it."""
