"""Archives opened with suspicion: nothing is unpacked before its directory has been looked at."""

from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812

from geo.intake.reading.file_limits import MEGABYTE, MEMBERS, RATIO, UNPACKED, Refused

NESTED = (".zip", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".tgz", ".zst", ".kmz", ".jar")
SYMLINK = 0o120000
TYPE = 0o170000
DOCTYPE = (b"<!DOCTYPE", b"<!ENTITY")


def unpack_archive(data: bytes) -> dict[str, bytes]:
    """Return the files of an archive by name, unpacked.

    Raises
    ------
    Refused
        For an archive that is damaged or locked, unpacks to too much, names paths outside itself,
        or holds another archive.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            _inspect(infos)
            return _unpack(archive, infos)
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise Refused("archive", detail=str(error)[:80]) from error


def _inspect(infos: list[ZipInfo]) -> None:
    if len(infos) > MEMBERS:
        raise Refused("members", most=MEMBERS)
    for info in infos:
        _inspect_member(info)
    if sum(info.file_size for info in infos) > UNPACKED:
        raise _refuse_bomb()


def _inspect_member(info: ZipInfo) -> None:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    short_name = info.filename[:60]
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise Refused("path", name=short_name)
    if (info.external_attr >> 16) & TYPE == SYMLINK:
        raise Refused("path", name=short_name)
    if path.suffix.lower() in NESTED:
        raise Refused("nested", name=short_name)
    if info.flag_bits & 1:
        raise Refused("encrypted")
    if info.file_size > MEGABYTE and info.file_size > RATIO * max(info.compress_size, 1):
        raise _refuse_bomb()


def _refuse_bomb() -> Refused:
    return Refused("bomb", most=UNPACKED // MEGABYTE)


def _unpack(archive: ZipFile, infos: list[ZipInfo]) -> dict[str, bytes]:
    """Unpack without trusting the sizes that the directory states."""
    left, files = UNPACKED, {}
    for info in infos:
        with archive.open(info) as packed:
            content = packed.read(left + 1)
        left -= len(content)
        if left < 0:
            raise _refuse_bomb()
        if content[:4] == b"PK\x03\x04":
            raise Refused("nested", name=info.filename[:60])
        files[info.filename] = content
    return files


def require_plain_xml(files: dict[str, bytes]) -> None:
    """Raise Refused when an XML file defines a document type or entities."""
    for name, content in files.items():
        if name.lower().endswith((".xml", ".rels", ".kml", ".vml")):
            plain = content.replace(b"\0", b"")  # UTF-16 too
            if any(mark in plain for mark in DOCTYPE):
                raise Refused("entities")
