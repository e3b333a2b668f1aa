"""Tells from the name of a public body where it governs."""

import re
from collections.abc import Mapping

from parsing.identity.identity_words import IdentityWords

_PARTY = re.compile(r"^(?:中国共产党|中共)")
_CITY_LIKE = re.compile(r"^[\u4e00-\u9fff]{2,8}?(?:自治州|市|州|盟|地区)")
_DISTRICT_LIKE = re.compile(r"^(?!城市|都市|社区|地区)[\u4e00-\u9fff]{1,8}?(?:自治县|自治旗|新区|区|县|旗|市(?!场))")
_NATIONAL = "中央级"
_LEVELS_BELOW = {"区": "区级", "县": "县级", "旗": "县级"}
"""A 市 below a city, or of no province we know, may be of either level."""
_CITIES_THEMSELVES = ("北京市", "天津市", "上海市", "重庆市")


def region_of(name: str, provinces: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return province, city and district as far as the name tells them, the province of a known city added."""
    rest = _PARTY.sub("", name)
    province = next((one for one in provinces if rest.startswith(one)), "")
    rest = rest.removeprefix(province)
    city = ""
    if province not in _CITIES_THEMSELVES:
        city = _city(rest, provinces)
        province = province or next((one for one, cities in provinces.items() if city in cities), "")
        rest = rest.removeprefix(city)
    district = _DISTRICT_LIKE.match(rest) if province or city else None
    return province + city + (district.group() if district else "") or None


def level_of(name: str, title: str, words: IdentityWords) -> str | None:
    """Return the level of government that the title prints, or that the name makes certain."""
    printed = next((level for level, names in words.levels.items() if any(one in title for one in names)), None)
    if printed or name.startswith(words.national):
        return printed or _NATIONAL
    region = region_of(name, words.provinces)
    if region is None:
        return None
    province = next((one for one in words.provinces if region.startswith(one)), "")
    below = region.removeprefix(province)
    city = next((one for one in words.provinces.get(province, ()) if below.startswith(one)), "")
    below = below.removeprefix(city)
    if below:
        return _LEVELS_BELOW.get(below[-1])
    return "市级" if city or province in _CITIES_THEMSELVES else "省级" if province else None


def _city(rest: str, provinces: Mapping[str, tuple[str, ...]]) -> str:
    known = next((city for cities in provinces.values() for city in cities if rest.startswith(city)), "")
    guessed = _CITY_LIKE.match(rest)
    return known or (guessed.group() if guessed else "")
