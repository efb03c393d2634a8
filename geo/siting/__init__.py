"""Choosing a park: criteria, weights, ranking with bounds, and how safe the winner is."""
