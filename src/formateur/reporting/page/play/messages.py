"""The words of play in the page: sentences of a language, and the names that go into them."""

from __future__ import annotations

from collections.abc import Mapping

from formateur.forecasting import Forecast
from formateur.government import in_force
from formateur.language import Language, Message, message, message_many
from formateur.reporting.record import Record

MOST_COUNTED = 200
"""Numbers that plural forms are looked up for; every form of the languages shows up below."""

SENTENCES: Mapping[str, Message] = {
    "dots": message("{dots} of 50"),
    "fewer": message("fewer than 1 of 50"),
    "more": message("more than 49 of 50"),
    "choose": message("Press parties to see what they could do together."),
    "seats": message_many(
        "{lists}: {count} seat in the middle case, {range} in 90 of 100.",
        "{lists}: {count} seats in the middle case, {range} in 90 of 100.",
        1,
    ),
    "could": message("They have a majority in {dots} simulated elections."),
    "over": message_many(
        "In the middle case {count} seat more than the {majority} of a majority.",
        "In the middle case {count} seats more than the {majority} of a majority.",
        1,
    ),
    "just": message("In the middle case just the {majority} seats of a majority."),
    "short": message_many(
        "In the middle case {count} seat short of the {majority} of a majority.",
        "In the middle case {count} seats short of the {majority} of a majority.",
        1,
    ),
    "would": message("They, and nobody else, form the government in {dots}."),
    "would_unknown": message("Who would govern then was not worked out."),
    "none_against": message("No statement stands in their way."),
    "against": message_many(
        "{count} statement stands in their way.", "{count} statements stand in their way.", 1
    ),
    "unless": message("Only under {person}:"),
    "ignore": message("Ignore this statement"),
    "ignored": message("Ignored:"),
    "picture": message(
        "Each dot is one of 50 equally likely elections: {dots} have {majority} seats or more. "
        "The middle case is {middle}."
    ),
    "picture_before": message("Hollow, below the line: before, {dots}."),
    "all_count": message("All {all} simulated elections count."),
    "kept": message("{kept} of {all} simulated elections are left."),
    "too_few": message(
        "Only {kept} of {all} simulated elections are left, too few to say anything: {least} are "
        "needed. Take a condition away."
    ),
    "passes": message("{name} passes the threshold"),
    "misses": message("{name} misses the threshold"),
    "largest": message("no list has more seats than {name}"),
    "above": message("{name} gets more than {share} of the votes"),
    "below": message("{name} gets less than {share} of the votes"),
    "majority": message("{name} has a majority"),
    "none": message("{name} has no majority"),
    "high": message("all polls show {name} too low by the usual error"),
    "low": message("all polls show {name} too high by the usual error"),
    "remove": message("Take away: {what}"),
    "carried": message("The motion is carried in {dots} simulated elections."),
    "plain": message("It needs more yes than no among those voting."),
    "needed": message_many(
        "It needs {count} seat voting yes.", "It needs {count} seats voting yes.", 1
    ),
    "undeclared": message("If all undeclared lists vote no: {oppose}. If all vote yes: {support}."),
    "unchanged": message("Nothing is changed."),
    "changes": message_many("{count} change", "{count} changes", 1),
    "unknown_link": message_many(
        "{count} part of this link is not known here and was left out.",
        "{count} parts of this link are not known here and were left out.",
        1,
    ),
    "no_government": message("no government before the next election"),
    "governs": message("{lists} govern"),
    "motion_carried": message("{name}: carried"),
    "copied": message("The link is copied."),
    "not_copied": message("The link is in the address bar."),
}
"""Every sentence, in English; those that count have a form for each number."""


class PlayMessages(Record):
    """What the page says, ready for the browser.

    Attributes
    ----------
    locale
        For the browser's ``Intl``.
    sentences
        By key: the translated template, or one for each plural form (CLDR: one, two, few ...).
    names
        By kind and id.
    """

    language: str
    locale: str
    direction: str
    sentences: dict[str, str | dict[str, str]]
    names: dict[str, dict[str, str]]

    def embedded(self) -> str:
        """Return it as JSON that can stand in a ``script`` element of type ``application/json``."""
        return self.model_dump_json().replace("<", "\\u003c")


def play_messages(forecast: Forecast, language: Language) -> PlayMessages:
    """Write down what the page says in a language.

    Statements stay in the words of their summary.
    """
    return PlayMessages(
        language=language.code,
        locale=f"{str(language.locale).replace('_', '-')}-u-nu-latn",
        direction=language.direction,
        sentences={key: _forms(one, language) for key, one in SENTENCES.items()},
        names=_names(forecast, language),
    )


def _forms(said: Message, language: Language) -> str | dict[str, str]:
    if not said.plural:
        return language.catalogue.gettext(said.text)
    forms: dict[str, str] = {}
    for count in range(MOST_COUNTED):
        form = language.locale.plural_form(count)
        forms.setdefault(form, language.catalogue.ngettext(said.text, said.plural, count))
    return forms


def _names(forecast: Forecast, language: Language) -> dict[str, dict[str, str]]:
    election, code = forecast.election, language.code
    said = in_force(election.statements)
    lists = {one.id: one.names.get(code, one.name) for one in election.lists}
    members = {
        member.id: member.names.get(code, member.name)
        for one in election.lists
        for member in one.members
    }
    return {
        "lists": lists,
        "blocs": {one.id: one.names.get(code, one.name) for one in election.blocs},
        "players": members | lists,
        "persons": {one.id: one.names.get(code, one.name) for one in election.persons},
        "statements": {
            one.id: f"{lists.get(one.by, one.by)}, {language.short_day(one.date)}" for one in said
        },
        "summaries": {one.id: one.summary for one in said},
        "motions": {one.id: one.title for one in election.motions},
    }
