"""The command `export`: the page's downloads without the page."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from geo.belts.belt_shapes import GEOMETRIES
from geo.errors import UnknownId
from geo.export import atlas, plain_tables
from geo.export.files import write_file
from geo.export.formats import FORMATS
from geo.export.order import Order
from geo.filters import FACETS, Filter, require_known
from geo.i18n import shell_language, translator
from geo.layers import list_exported
from geo.retired_ids import renew_id

WHOLE = "atlas"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `export`."""
    parser.description = (
        f"Write a layer as {', '.join(form.title for form in FORMATS.values())}; or the whole "
        f"{WHOLE} as a GeoPackage, or as a zip of it with a QGIS project; or a table without "
        "geometry as CSV or JSON, with --park what of it bears on a park."
    )
    parser.epilog = (
        "No Shapefile: it cuts column names to ten letters and texts to 254 bytes, has no "
        "encoding of its own and cannot tell unknown from zero. Use gpkg: it opens wherever a "
        "Shapefile does."
    )
    parser.add_argument("layer", choices=[*list_exported(), *atlas.TABLES, WHOLE])
    parser.add_argument(
        "--format",
        choices=[*FORMATS, "json"],
        help="default: what the suffix of FILE says, else geojson; of a table csv or json",
    )
    parser.add_argument("--zip", action="store_true", help="with sources and checksums")
    for facet in FACETS:
        parser.add_argument(f"--{facet}", action="append", default=[], metavar="ID")
    parser.add_argument("--geometry", choices=GEOMETRIES, default="territory")
    parser.add_argument("--unverified", action="store_true", help="include unverified parks")
    parser.add_argument(
        "--park", metavar="ID", help="of incentives and requirements: what bears on this park"
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")


def run_export(arguments: Namespace) -> int:
    """Write what the filter shows of a layer, to a file or to standard output."""
    suffix = arguments.output.suffix.lower() if arguments.output else ""
    zipped = arguments.zip or suffix == ".zip"
    if arguments.layer == WHOLE:
        content = _atlas(zipped)
    elif arguments.layer in atlas.TABLES:
        content = _table(arguments, suffix)
    else:
        content = _layer(arguments, suffix, zipped)
    if arguments.output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        write_file(arguments.output, content)
    return 0


def _atlas(zipped: bool) -> bytes:
    return (atlas.bundle_atlas if zipped else atlas.write_geopackage)(shell_language())


def _table(arguments: Namespace, suffix: str) -> bytes:
    """Return a table without geometry, as CSV unless JSON is asked for."""
    kind = arguments.format or suffix.removeprefix(".") or "csv"
    if kind not in plain_tables.FORMATS:
        say, offered = translator(shell_language()), ", ".join(plain_tables.FORMATS)
        raise UnknownId(say("A table without geometry comes as {offered}.").format(offered=offered))
    return plain_tables.write_table(
        plain_tables.select_table(arguments.layer, arguments.park), kind
    )


def _layer(arguments: Namespace, suffix: str, zipped: bool) -> bytes:
    facets = {facet: tuple(map(renew_id, getattr(arguments, facet))) for facet in FACETS}
    for facet, ids in facets.items():
        require_known(facet, ids)
    order = Order(
        arguments.layer,
        Filter(**facets, unverified=arguments.unverified),
        arguments.format or format_of(suffix),
        zipped,
        arguments.geometry,
        shell_language(),
    )
    return order.content()


def format_of(suffix: str) -> str:
    """Return the format that a file's suffix asks for, else "geojson".

    Raises UnknownId for the suffix of a Shapefile, with the reason why there is none.
    """
    if suffix == ".shp":
        say = translator(shell_language())
        raise UnknownId(
            say("No Shapefile: it cuts names and texts and knows no unknown. Use .gpkg instead.")
        )
    return next((kind for kind, form in FORMATS.items() if form.suffix == suffix), "geojson")
