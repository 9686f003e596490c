"""What a site holds: which elections, which days, and where their pages lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from formateur.errors import UsageError
from formateur.facts import as_of
from formateur.folder import open_election
from formateur.forecasting import run_id
from formateur.reporting.page.assets import Linked
from formateur.reporting.page.navigation import DayLink, LanguageLink, Navigation
from formateur.settings import DEFAULT_LANGUAGE, DEFAULT_MODEL, DEFAULT_SEED
from formateur.votes import model_for
from formateur.web.asked import WEB_DRAWS, Asked
from formateur.web.forecast_page import check_language
from formateur.web.shelf import Offer

ENOUGH_POLLS = 3
"""So many must be known on a day for it to be prepared."""

INDEX = "index.html"
ASSETS = "assets/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be in the site.

    Attributes
    ----------
    offers
        The elections.
    today
        The last day of elections that are still to come.
    every
        Days from one prepared day to the one before it.
    languages
        Codes; the first one's pages lie at the top, those of the others in folders of their own.
    """

    offers: tuple[Offer, ...]
    today: date
    every: int = 7
    languages: tuple[str, ...] = (DEFAULT_LANGUAGE,)
    draws: int = WEB_DRAWS
    seed: int = DEFAULT_SEED

    def __post_init__(self) -> None:
        """Refuse a plan that cannot be."""
        if self.every < 1:
            raise UsageError(f"--as-of-every {self.every}: give 1 day or more.")
        for one in self.languages:
            check_language(one)
        if len(set(self.languages)) < len(self.languages):
            raise UsageError(f"--lang {' '.join(self.languages)}: give each language once.")

    def days(self, offer: Offer) -> list[date]:
        """Return the prepared days of an election, the latest first."""
        known = sorted(one.known_from for one in offer.facts.polls if one.kind == "poll")
        latest = offer.usual_day(self.today)
        if len(known) < ENOUGH_POLLS or known[ENOUGH_POLLS - 1] > latest:
            return []
        count = (latest - known[ENOUGH_POLLS - 1]).days // self.every + 1
        return [latest - timedelta(days=self.every * k) for k in range(count)]

    def prefix(self, language: str) -> str:
        """Return the folder of a language's pages."""
        return "" if language == self.languages[0] else f"{language}/"

    def tasks(self) -> Iterator[Task]:
        """Return one task for every election and day."""
        for offer in self.offers:
            days = self.days(offer)
            _, law = open_election(offer.place)
            for number, day in enumerate(days):
                known = as_of(offer.facts, day)
                rules, estimator = law.on(known.date), model_for(DEFAULT_MODEL, day)
                run = run_id(known, rules, day, estimator, draws=self.draws, seed=self.seed)
                asked = Asked(place=offer.place, day=day, draws=self.draws, seed=self.seed)
                pages = tuple(self._pages(offer.facts.id, days, number))
                yield Task(f"{offer.facts.id}/{day}/", asked, run, pages)

    def _pages(self, name: str, days: list[date], number: int) -> Iterator[PlannedPage]:
        for language in self.languages:
            yield self._page(name, days, number, language, f"{name}/{days[number]}/")
            if number == 0:
                yield self._page(name, days, number, language, f"{name}/")

    def _page(
        self, name: str, days: list[date], number: int, language: str, folder: str
    ) -> PlannedPage:
        """Return a page in `folder`, which is below that of the language."""
        up = "../" * folder.count("/")
        top = up + "../" * self.prefix(language).count("/")

        def link(index: int) -> DayLink | None:
            if not 0 <= index < len(days):
                return None
            return DayLink(days[index], f"{up}{name}/{days[index]}/{INDEX}")

        navigation = Navigation(
            home=up + INDEX,
            json=f"{top}{name}/{days[number]}/forecast.json",
            csv=f"{top}{name}/{days[number]}/forecast.csv",
            earlier=link(number + 1),
            later=link(number - 1),
            days=f"{up}{name}/days.html",
            languages=tuple(
                LanguageLink(one, f"{top}{self.prefix(one)}{folder}{INDEX}")
                for one in self.languages
                if one != language
            ),
        )
        path = self.prefix(language) + folder + INDEX
        return PlannedPage(path, language, Linked(top + ASSETS), navigation)


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page to be written.

    Attributes
    ----------
    path
        Of its file, below the top of the site.
    """

    path: str
    language: str
    assets: Linked
    navigation: Navigation


@dataclass(frozen=True, slots=True)
class Task:
    """A forecast to be made, and all that is written of it.

    Attributes
    ----------
    folder
        Of its data, below the top of the site; also its name.
    run
        Id of the run, which changes with the facts of the day, the law and the settings.
    """

    folder: str
    asked: Asked
    run: str
    pages: tuple[PlannedPage, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """Every file that it writes, below the top of the site."""
        data = (f"{self.folder}forecast.json", f"{self.folder}forecast.csv")
        return (*data, *(one.path for one in self.pages))

    def key(self, maker: str) -> str:
        """Return what changes when any of its files would.

        Parameters
        ----------
        maker
            Changes with Formateur itself.
        """
        return sha256(repr((maker, self.run, self.pages)).encode()).hexdigest()[:24]


def maker_of_pages() -> str:
    """Return what changes with any file of Formateur: code, templates, data."""
    package = Path(__file__).parents[2]
    found = sha256()
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(f"{path.relative_to(package)}\0".encode())
            found.update(sha256(path.read_bytes()).digest())
    return found.hexdigest()[:24]
