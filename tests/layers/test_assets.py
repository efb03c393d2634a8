import gzip
import re

import pytest

from layers import assets, style
from scripts.bundle import ENTRIES


@pytest.fixture
def leaflet(tmp_path):
    (tmp_path / "images").mkdir()
    for name in ("leaflet.js", "leaflet.css", "images/layers.png"):
        (tmp_path / name).write_bytes(name.encode())
    return tmp_path


def test_everything_the_map_asks_for_is_served(leaflet):
    served = assets.assets(leaflet)
    for url in (assets.script_url(), assets.style_url(), assets.vendor_url("leaflet.js")):
        path = url.removeprefix(f"{assets.PREFIX}/").split("?")[0]
        assert path in served
    assert served["vendor/images/layers.png"].media_type == "image/png"
    assert any(re.fullmatch(r"data/atlas-\w+\.json", path) for path in served)


def test_zipped_content_is_the_same(leaflet):
    for asset in assets.assets(leaflet).values():
        if asset.zipped is not None:
            assert gzip.decompress(asset.zipped) == asset.content


def test_missing_leaflet_names_the_remedy(tmp_path):
    with pytest.raises(assets.AssetMissing, match="make run"):
        assets.assets(tmp_path)


def test_a_missing_bundle_names_the_command(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "BUNDLES", tmp_path)
    with pytest.raises(assets.AssetMissing, match=r"python -m scripts\.bundle"):
        assets.read_bundle("map")


@pytest.mark.parametrize("name", ENTRIES)
def test_no_script_parses_html_or_leaves_the_server(name):
    text = assets.read_bundle(name).decode()
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", text)
    assert "https://" not in text


@pytest.mark.parametrize("layer", style.point_layers())
def test_no_script_of_the_map_names_a_layer_of_points(layer):
    assert not re.search(rf"[\"'.`]{layer}\b", assets.script().decode())


def test_addresses_change_with_their_content():
    assert re.search(r"\?v=[0-9a-f]{10}$", assets.script_url())
