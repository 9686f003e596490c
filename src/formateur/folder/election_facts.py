"""The tables of ``election.toml`` to the records that they stand for."""

from __future__ import annotations

from formateur.facts import (
    Bloc,
    Colour,
    Election,
    ElectoralList,
    Outgoing,
    Party,
    Person,
    Source,
    SurplusAgreement,
    Target,
)
from formateur.folder.election_toml import (
    AgreementTable,
    BlocTable,
    ColourTable,
    ElectionTable,
    ListTable,
    OutgoingTable,
    PartyTable,
    PersonTable,
    TargetTable,
)
from formateur.folder.problem_log import ProblemLog
from formateur.folder.toml_document import TomlDocument
from formateur.folder.toml_problems import validate


def read_facts(document: TomlDocument, log: ProblemLog) -> Election | None:
    """Return the election with what ``election.toml`` tells; ``None`` when it holds an error."""
    table = validate(document, ElectionTable, log)
    return None if table is None else _election(table)


def _election(table: ElectionTable) -> Election:
    source = table.own_source()
    return Election(
        id=table.id,
        country=table.country,
        chamber=table.chamber,
        name=table.name,
        names=table.names,
        date=table.date,
        law=table.law,
        procedure=table.procedure,
        previous=table.previous,
        source=source,
        lists=tuple(_list(one, source) for one in table.lists),
        persons=tuple(_person(one) for one in table.persons),
        blocs=tuple(_bloc(one, source) for one in table.blocs),
        targets=tuple(_target(one) for one in table.targets),
        outgoing=None if table.outgoing is None else _outgoing(table.outgoing),
        agreements=tuple(_agreement(one) for one in table.agreements),
    )


def _list(table: ListTable, inherited: Source) -> ElectoralList:
    return ElectoralList(
        id=table.id,
        name=table.name,
        names=table.names,
        abbreviation=table.abbreviation,
        leader=table.leader,
        members=tuple(_member(one) for one in table.members),
        founded=table.founded,
        ended=table.ended,
        joined=table.joined,
        previous=tuple(table.previous),
        stands_in=tuple(table.stands_in),
        exempt=table.exempt,
        may_split=table.may_split,
        left_right=table.left_right,
        record=tuple(table.record),
        colour=None if table.colour is None else _colour(table.colour),
        source=table.source_or(inherited),
    )


def _colour(table: ColourTable) -> Colour:
    return Colour(table.value, table.own_source())


def _member(table: PartyTable) -> Party:
    return Party(
        id=table.id,
        name=table.name,
        names=table.names,
        leader=table.leader,
        seats=table.seats,
        left_right=table.left_right,
        record=tuple(table.record),
    )


def _outgoing(table: OutgoingTable) -> Outgoing:
    return Outgoing(
        head=table.head,
        lists=tuple(table.lists),
        seats=table.seats,
        source=table.own_source(),
    )


def _person(table: PersonTable) -> Person:
    return Person(id=table.id, name=table.name, names=table.names, list=table.on_list)


def _bloc(table: BlocTable, inherited: Source) -> Bloc:
    return Bloc(
        id=table.id,
        name=table.name,
        lists=tuple(table.lists),
        names=table.names,
        source=table.source_or(inherited),
    )


def _target(table: TargetTable) -> Target:
    return Target(
        id=table.id,
        name=table.name,
        any_of=tuple(table.any_of),
        all_of=tuple(table.all_of),
        head=table.head,
    )


def _agreement(table: AgreementTable) -> SurplusAgreement:
    first, second = table.lists
    return SurplusAgreement(lists=(first, second), date=table.date, source=table.own_source())
