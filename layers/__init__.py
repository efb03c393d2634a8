"""The drawing: palette and symbols, the base map, and the element that filters in the browser."""
