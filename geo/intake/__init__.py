"""Other people's files in: read, understood, checked row by row, never written to `data/`.

`readers.read` → `Upload` → `columns.detect` and the reader's corrections (`rows.Choice`) →
`rows.check` → `layer.layer`. Every fault is told with its line and a remedy; what cannot be used
comes back as a file with a reason column.
"""
