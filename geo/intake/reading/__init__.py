"""Bytes → rows of text, whatever the file is."""
