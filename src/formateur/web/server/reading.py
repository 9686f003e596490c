"""From an address to what is asked: the election, the day and the settings, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from formateur.api import parse_day
from formateur.errors import FormateurError
from formateur.folder.suggestion import nearest
from formateur.votes import check_model
from formateur.web.asked import Asked
from formateur.web.server.problems import Problem
from formateur.web.server.query import Settings, WhatIf, days_in_words
from formateur.web.shelf import Offer, Shelf


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads addresses against the elections that are offered."""

    shelf: Shelf

    def offer(self, name: str) -> Offer:
        """Return the election of an id.

        Raises
        ------
        Problem
            When there is none, or its folder cannot be used now.
        """
        try:
            found = self.shelf.find(name)
        except FormateurError as error:
            raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error), 60) from None
        if found is None:
            known = [one.facts.id for one in self.shelf]
            near = nearest(name, known)
            guess = f" Did you mean {near!r}?" if near else ""
            raise Problem(
                HTTPStatus.NOT_FOUND,
                f"{name[:100]!r} is no election here.{guess} There are: {', '.join(known)}.",
            )
        return found

    def day(self, offer: Offer, words: str | None) -> date:
        """Return the day that is asked for, or the usual one.

        Raises
        ------
        UsageError
            When it is not a day.
        Problem
            When nothing can be said of that day.
        """
        if words is None:
            return offer.usual_day(date.today())  # noqa: DTZ011 - the operator's day
        found = parse_day(words)
        if not offer.first <= found <= offer.last:
            why = "before the first poll" if found < offer.first else "too long after the vote"
            raise Problem(
                HTTPStatus.NOT_FOUND,
                f"{found} is {why} of {offer.facts.id}. {days_in_words(offer.first, offer.last)}",
            )
        return found

    def read(self, election: str, day: str | None, settings: Settings) -> Asked:
        """Return what is asked of the election of an id, on a day or on the usual one.

        Raises
        ------
        UsageError, Problem
            As `offer`, `day` and `asked` do.
        """
        offer = self.offer(election)
        return self.asked(offer, self.day(offer, day), settings)

    def asked(self, offer: Offer, day: date, settings: Settings) -> Asked:
        """Return what is asked.

        Raises
        ------
        UsageError
            When there is no model of that name.
        Problem
            When a statement is not known.
        """
        check_model(settings.model)
        what_if = settings if isinstance(settings, WhatIf) else WhatIf()
        known = {one.id for one in offer.facts.statements}
        for one in what_if.without:
            if one not in known:
                raise Problem(
                    HTTPStatus.NOT_FOUND,
                    f"{one!r} is not the id of a statement of {offer.facts.id}. The forecast names "
                    "them under `statements`.",
                )
        return Asked(
            place=offer.place,
            stamp=offer.stamp,
            day=day,
            without=tuple(sorted(set(what_if.without))),
            changes=tuple(what_if.changes),
            draws=settings.draws,
            seed=settings.seed,
            model=settings.model,
        )
