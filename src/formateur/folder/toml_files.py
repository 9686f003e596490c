"""Facts to the text of the TOML files of a folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date

from formateur.facts import (
    Election,
    ElectoralList,
    Motion,
    Outgoing,
    Person,
    Source,
    SurplusAgreement,
)

SCHEMA = "formateur/election/1"
"""Name and version of the form of an election folder."""

Value = str | bool | int | float | date | tuple[str, ...] | Mapping[str, str | int] | None


def election_text(election: Election) -> str:
    """Return ``election.toml``; what is empty, or only says the default again, is left out."""
    own = election.source
    blocks = [
        _block(
            "",
            schema=SCHEMA,
            id=election.id,
            country=election.country,
            chamber=election.chamber,
            name=election.name,
            names=election.names,
            date=election.date,
            law=election.law,
            procedure=election.procedure,
            previous=election.previous,
            previous_result=_previous_result(election),
            **_source(own),
        )
    ]
    for one in election.lists:
        blocks += _list(one, own)
    for person in election.persons:
        blocks.append(_person(person))
    blocks += _blocs_and_targets(election)
    if election.outgoing is not None:
        blocks.append(_outgoing(election.outgoing))
    for agreement in election.agreements:
        blocks.append(_agreement(agreement))
    return "\n".join(blocks)


def motions_text(election: Election) -> str:
    """Return ``motions.toml``."""
    return "\n".join(block for motion in election.motions for block in _motion(motion))


def _previous_result(election: Election) -> str:
    """Return the built-in result by constituency; one of the country alone follows `previous`."""
    votes = election.previous_votes
    return votes.election if votes is not None and election.constituencies else ""


def _list(one: ElectoralList, inherited: Source) -> Iterable[str]:
    colour = {}
    if one.colour is not None:
        said = one.colour.source
        parts = {"value": one.colour.value, "source": said.text, "reported_by": said.reported_by}
        colour = {key: text for key, text in parts.items() if text}
    yield _block(
        "[[list]]",
        id=one.id,
        name=one.name,
        names=one.names,
        abbreviation=one.abbreviation,
        leader=one.leader,
        founded=one.founded,
        ended=one.ended,
        joined=one.joined,
        previous=one.previous,
        stands_in=one.stands_in,
        exempt=one.exempt,
        may_split=one.may_split,
        left_right=one.left_right,
        record=one.record,
        colour=colour,
        **_source(one.source, inherited),
    )
    for member in one.members:
        yield _block(
            "[[list.member]]",
            id=member.id,
            name=member.name,
            names=member.names,
            leader=member.leader,
            seats=member.seats,
            left_right=member.left_right,
            record=member.record,
        )


def _person(person: Person) -> str:
    return _block(
        "[[person]]", id=person.id, name=person.name, names=person.names, list=person.list
    )


def _outgoing(outgoing: Outgoing) -> str:
    return _block(
        "[outgoing]",
        head=outgoing.head,
        lists=outgoing.lists,
        seats=outgoing.seats,
        **_source(outgoing.source),
    )


def _agreement(agreement: SurplusAgreement) -> str:
    return _block(
        "[[surplus_agreement]]",
        lists=agreement.lists,
        date=agreement.date,
        **_source(agreement.source),
    )


def _blocs_and_targets(election: Election) -> Iterable[str]:
    for bloc in election.blocs:
        yield _block(
            "[[bloc]]",
            id=bloc.id,
            name=bloc.name,
            names=bloc.names,
            lists=bloc.lists,
            **_source(bloc.source, election.source),
        )
    for target in election.targets:
        yield _block(
            "[[target]]",
            id=target.id,
            name=target.name,
            any_of=target.any_of,
            all_of=target.all_of,
            head=target.head,
        )


def _motion(motion: Motion) -> Iterable[str]:
    yield _block(
        "[[motion]]",
        id=motion.id,
        title=motion.title,
        question=motion.question,
        majority=motion.majority,
        first_raised=motion.first_raised,
        parliament="" if motion.parliament == "required" else motion.parliament,
        reference=motion.reference,
        summary=motion.summary,
        **_source(motion.source),
    )
    for stage in motion.stages:
        yield _block(
            "[[motion.stage]]", name=stage.name, body=stage.body, by=stage.by, note=stage.note
        )
    for one in motion.positions:
        yield _block(
            "[[motion.position]]",
            list=one.list,
            position=one.position,
            date=one.date,
            basis=one.basis,
            summary=one.summary,
            **_source(one.source),
        )


def _source(source: Source, inherited: Source | None = None) -> dict[str, Value]:
    if source == inherited:
        return {}
    return {"source": source.text, "reported_by": source.reported_by}


def _block(header: str, **keys: Value) -> str:
    lines = [f"{key} = {_value(value)}" for key, value in keys.items() if _given(value)]
    return "\n".join([header, *lines] if header else lines) + "\n"


def _given(value: Value) -> bool:
    return bool(value) or isinstance(value, float)  # a position may be 0.0


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{_key(key)} = {_value(one)}' for key, one in value.items())} }}"
    return f"[{', '.join(map(_text, value or ()))}]"


def _text(text: str) -> str:
    # The escapes of JSON are those of TOML, which also wants one for DEL.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _key(language: str) -> str:
    return language if re.fullmatch(r"[A-Za-z0-9_]+", language) else _text(language)
