"""How large a place is, as far as its name alone tells: a continent, a country, a part of one.

Two outlets that say where, one *in Kabul* and one *in Afghanistan*, agree. Countries by the short
names of ISO 3166 and those that newsrooms use; parts are the states of the USA and the lands of the
United Kingdom, which news names without their country.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from copytaster.stories.comparing.folding import folded_words


class Size(IntEnum):
    """How large a place is."""

    PART = 1
    COUNTRY = 2
    CONTINENT = 3


_CONTINENTS = """
Africa, America, Antarctica, Arctic, Asia, Australasia, Balkans, Caribbean, Caucasus,
Central America, Central Asia, Europe, European Union, EU, Gulf, Latin America, Mediterranean,
Middle East, North America, Oceania, Pacific, Sahel, Scandinavia, South America, South Asia,
Southeast Asia, West Africa, West
"""
_COUNTRIES = """
Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas,
Bahrain, Bangladesh, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Botswana, Brazil,
Britain, Brunei, Bulgaria, Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada, Chad, Chile,
China, Colombia, Congo, Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Czechia, Denmark,
Dominican Republic, Ecuador, Egypt, El Salvador, Eritrea, Estonia, Eswatini, Ethiopia, Fiji,
Finland, France, Gabon, Gambia, Germany, Ghana, Greece, Greenland, Grenada, Guatemala, Guinea,
Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy,
Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia,
Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Madagascar, Malawi,
Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius, Mexico, Moldova, Monaco, Mongolia,
Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands, New Zealand, Nicaragua,
Niger, Nigeria, North Korea, North Macedonia, Norway, Oman, Pakistan, Palestine, Panama,
Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda,
Samoa, Saudi Arabia, Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands,
Somalia, South Africa, South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden,
Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Togo, Tonga, Tunisia, Turkey,
Turkmenistan, Uganda, UK, Ukraine, United Arab Emirates, UAE, United Kingdom, United States, US,
USA, Uruguay, Uzbekistan, Vanuatu, Vatican, Venezuela, Vietnam, Yemen, Zambia, Zimbabwe
"""
_PARTS = """
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, England, Florida,
Georgia, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland,
Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire,
New Jersey, New Mexico, North Carolina, North Dakota, Northern Ireland, Ohio, Oklahoma, Oregon,
Pennsylvania, Rhode Island, Scotland, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont,
Virginia, Wales, West Virginia, Wisconsin, Wyoming
"""


def _folded(names: str) -> list[tuple[str, ...]]:
    return [tuple(folded_words(name)) for name in names.split(",")]


_SIZES: dict[tuple[str, ...], Size] = {
    **dict.fromkeys(_folded(_PARTS), Size.PART),
    **dict.fromkeys(_folded(_COUNTRIES), Size.COUNTRY),
    **dict.fromkeys(_folded(_CONTINENTS), Size.CONTINENT),
}


def size_of(folded: Sequence[str]) -> Size | None:
    """The size of the place whose name has these folded words; None where the name tells none."""
    return _SIZES.get(tuple(folded))
