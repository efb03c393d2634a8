"""The words by which tables in Chinese and English name their columns."""

from functools import cache

from geo.search import fold_text

ROLES = ("name", "lon", "lat", "pair", "industry", "county", "address")

# Exact headings, folded, the surest first.
HEADINGS = {
    "name": (
        "名称|园区名称|企业名称|项目名称|单位名称|公司名称|开发区名称|地块名称|园区|企业|项目|单位|公司|开发区"
        "|地块|标题|地点|name|park|park name|site|site name|company|project|title|label"
    ),
    "lon": (
        "经度|东经|longitude|lon|lng|long|x|x坐标|横坐标|经度坐标|坐标x|point_x|经度(e)|经度（°）|东坐标|easting"
    ),
    "lat": (
        "纬度|北纬|latitude|lat|y|y坐标|纵坐标|纬度坐标|坐标y|point_y|纬度(n)|纬度（°）|北坐标|northing"
    ),
    "pair": "经纬度|坐标|位置坐标|经纬度坐标|lonlat|coordinates|coordinate|latlon|lnglat",
    "industry": (
        "产业|主导产业|行业|所属行业|产业类别|行业类别|主导行业|产业方向|特色产业|产业类型|主营业务"
        "|industry|industries|sector|lead industry|lead industries|main industry"
    ),
    "county": (
        "县|区县|县区|县市|县市区|县（市、区）|所在县|所在区县|所在县市|所属区县|行政区|行政区划|市县|所在地"
        "|county|district|county or district|county_adcode|adcode|行政区划代码|区划代码"
    ),
    "address": "地址|详细地址|通讯地址|注册地址|位置|address|street address|location",
}


@cache
def list_headings() -> dict[str, tuple[str, int]]:
    """Return role and rank (0 = surest) of every folded heading."""
    return {
        fold_text(word): (role, rank)
        for role in reversed(ROLES)
        for rank, word in reversed(list(enumerate(HEADINGS[role].split("|"))))
    }


def find_role(heading: str) -> str | None:
    """Return the role that a heading names outright, else None."""
    role, _ = list_headings().get(fold_text(heading), (None, 0))
    return role


def rank_heading(heading: str) -> int:
    """Return how sure a heading is for its role; the lower, the surer."""
    return list_headings().get(fold_text(heading), ("", 99))[1]
