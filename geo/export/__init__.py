"""What is shown, out in every format, each with licence, sources and the filter's sentence.

An `Extract` is a layer as a filter shows it, with what must be known of it; `encode_extract` writes
it in a format of `FORMATS`, `bundle_extract` as a zip with its provenance, `atlas` all layers at
once.

There is no Shapefile: it cuts column names to ten letters and texts to 254 bytes, has no encoding
of its own and cannot tell an unknown number from zero. GeoPackage opens wherever it does.
"""

from geo.export.bundle import bundle_extract
from geo.export.collection import (
    DECIMALS,
    MEDIA_TYPE,
    build_features,
    build_geojson,
    dump_json,
)
from geo.export.extract import LICENCE, LICENCES, SOURCES, USES, Extract, make_extract
from geo.export.files import file_name, file_stem, write_file
from geo.export.formats import FORMATS, Format, encode_extract
from geo.export.order import Order

__all__ = [
    "DECIMALS",
    "FORMATS",
    "LICENCE",
    "LICENCES",
    "MEDIA_TYPE",
    "SOURCES",
    "USES",
    "Extract",
    "Format",
    "Order",
    "build_features",
    "build_geojson",
    "bundle_extract",
    "dump_json",
    "encode_extract",
    "file_name",
    "file_stem",
    "make_extract",
    "write_file",
]
