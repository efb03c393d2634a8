"""What is shown, out in every format, each with licence, sources and the filter's sentence.

An `Extract` is a layer as a filter shows it, with what must be known of it: `make_extract` in
`extract`. `formats.encode_extract` writes it in a format of `FORMATS`, `bundle.bundle_extract` as a
zip with its provenance; `atlas` writes all layers at once, `order` what a reader asks to take away.

There is no Shapefile: it cuts column names to ten letters and texts to 254 bytes, has no encoding
of its own and cannot tell an unknown number from zero. GeoPackage opens wherever it does.
"""
