"""What holds a site together: lists of elections and days, shared files, and its manifest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from formateur.language import open_language
from formateur.reporting.page.assets import Linked, page_assets
from formateur.reporting.page.navigation import LanguageLink
from formateur.version import __version__
from formateur.web.frames import DayRow, ElectionRow, days_page, index_page
from formateur.web.shelf import Offer
from formateur.web.site.made import MANIFEST, SCHEMA, Made, Manifest
from formateur.web.site.plan import ASSETS, INDEX, Plan


def frame_files(plan: Plan, made: Iterable[Made]) -> dict[str, str | bytes]:
    """Return all files but those of forecasts, by name."""
    pages = {one.folder: one for one in made}
    files: dict[str, str | bytes] = {ASSETS + one.file: one.content for one in page_assets()}
    for language in plan.languages:
        prefix = plan.prefix(language)
        files[prefix + INDEX] = _index(plan, language, pages)
        for offer in plan.offers:
            if plan.days(offer):
                files[f"{prefix}{offer.facts.id}/days.html"] = _days(plan, offer, language, pages)
    manifest = Manifest(schema=SCHEMA, version=__version__, pages=tuple(pages.values()))
    files[MANIFEST] = manifest.model_dump_json(by_alias=True, indent=1) + "\n"
    return files


def _index(plan: Plan, language: str, pages: Mapping[str, Made]) -> str:
    rows = []
    for offer in plan.offers:
        if days := plan.days(offer):
            facts = offer.facts
            told = pages[f"{facts.id}/{days[0]}/"].headline[language]
            name = facts.names.get(language, facts.name)
            polls = sum(one.known_from <= days[0] for one in facts.polls)
            address = f"{facts.id}/{INDEX}"
            rows.append(ElectionRow(name, address, facts.date, days[0], polls, told))
    return index_page(
        rows,
        open_language(language),
        _shared(plan, language, 0),
        languages=_languages(plan, language, INDEX),
    )


def _days(plan: Plan, offer: Offer, language: str, pages: Mapping[str, Made]) -> str:
    facts = offer.facts
    rows = [
        DayRow(day, f"{day}/{INDEX}", pages[f"{facts.id}/{day}/"].headline[language])
        for day in plan.days(offer)
    ]
    assets = _shared(plan, language, 1)
    return days_page(
        facts.names.get(language, facts.name),
        rows,
        open_language(language),
        assets,
        home=f"../{INDEX}",
        languages=_languages(plan, language, f"{facts.id}/days.html"),
    )


def _languages(plan: Plan, language: str, page: str) -> tuple[LanguageLink, ...]:
    """Return the same page in the other languages of the site."""
    up = "../" * (page.count("/") + plan.prefix(language).count("/"))
    others = (one for one in plan.languages if one != language)
    return tuple(LanguageLink(one, f"{up}{plan.prefix(one)}{page}") for one in others)


def _shared(plan: Plan, language: str, depth: int) -> Linked:
    """Return where the shared files are, seen from so deep within the pages of a language."""
    return Linked("../" * (depth + plan.prefix(language).count("/")) + ASSETS)
