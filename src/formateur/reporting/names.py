"""Names in several languages, as far as a folder knows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from formateur.facts import Election


def names_in_languages(election: Election) -> dict[str, dict[str, str]]:
    """Return by every name that is told elsewhere the same name by language code.

    Where two things share a name, such as a list and its largest member, the first one that is
    known in other languages counts; they are called the same there too.
    """
    known: dict[str, dict[str, str]] = {}
    for name, names in _named(election):
        if names:
            known.setdefault(name, dict(names))
    return known


def _named(election: Election) -> Iterator[tuple[str, Mapping[str, str]]]:
    yield election.name, election.names
    for one in election.lists:
        yield one.name, one.names
        yield from ((member.name, member.names) for member in one.members)
    yield from ((person.name, person.names) for person in election.persons)
    yield from ((bloc.name, bloc.names) for bloc in election.blocs)
