"""Families of countries whose elections are pooled: by polling and party tradition."""

from __future__ import annotations

FAMILIES = {
    "anglophone": ("au", "ca", "gb", "ie", "nz", "us"),
    "nordic": ("dk", "fi", "is", "no", "se"),
    "central": ("at", "be", "ch", "de", "lu", "nl"),
    "southern": ("cy", "es", "fr", "gr", "it", "mt", "pt", "tr"),
    "eastern": ("bg", "cz", "ee", "hr", "hu", "lt", "lv", "pl", "ro", "si", "sk"),
}
"""Countries by family; every other country is one of its own."""


def family_of(country: str) -> str:
    """Name of the family of a country, ISO 3166 alpha-2 in lower case.

    Examples
    --------
    >>> family_of("se"), family_of("il")
    ('nordic', 'il')
    """
    for name, members in FAMILIES.items():
        if country in members:
            return name
    return country
