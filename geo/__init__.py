"""The domain of the Jilin Belt Atlas: facts, geometries, filters and exports.

Imports nothing of the screen or the drawing, so it works in a notebook and a script.
"""
