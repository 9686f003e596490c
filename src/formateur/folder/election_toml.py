"""The tables of ``election.toml``, and the JSON Schema made from them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from formateur.folder.toml_types import (
    ColourCode,
    CountryCode,
    InheritingTable,
    LawRef,
    ListId,
    NamesByLanguage,
    OptionalListId,
    OptionalSlug,
    OptionalText,
    RequiredText,
    Slug,
    SourcedTable,
    TargetId,
    TomlTable,
)


class PartyTable(TomlTable):
    """``[[list.member]]``: a party on a joint list."""

    id: ListId
    name: RequiredText
    names: NamesByLanguage = Field(default_factory=dict)
    leader: OptionalListId = ""
    seats: int = Field(default=0, ge=0)
    left_right: float | None = Field(default=None, ge=0, le=10)
    record: list[Slug] = Field(default_factory=list)


class ColourTable(SourcedTable):
    """``colour`` of a list: never without its source."""

    value: ColourCode


class ListTable(InheritingTable):
    """``[[list]]``: a list of candidates that voters can choose."""

    id: ListId
    name: RequiredText
    names: NamesByLanguage = Field(default_factory=dict)
    abbreviation: OptionalText = ""
    leader: OptionalListId = ""
    founded: date | None = None
    ended: date | None = None
    joined: OptionalListId = ""
    previous: list[ListId] = Field(default_factory=list)
    stands_in: list[RequiredText] = Field(default_factory=list)
    exempt: bool = False
    may_split: bool = False
    left_right: float | None = Field(default=None, ge=0, le=10)
    record: list[Slug] = Field(default_factory=list)
    colour: ColourTable | None = None
    members: list[PartyTable] = Field(default_factory=list, alias="member")


class PersonTable(TomlTable):
    """``[[person]]``: somebody whom statements name or who may head a government."""

    id: ListId
    name: RequiredText
    names: NamesByLanguage = Field(default_factory=dict)
    on_list: OptionalListId = Field(default="", alias="list")


class BlocTable(InheritingTable):
    """``[[bloc]]``: lists that are counted together."""

    id: ListId
    name: RequiredText
    names: NamesByLanguage = Field(default_factory=dict)
    lists: list[ListId] = Field(min_length=1)


class TargetTable(TomlTable):
    """``[[target]]``: a kind of government, or a policy, that statements may be about."""

    id: TargetId
    name: RequiredText
    any_of: list[ListId] = Field(default_factory=list)
    all_of: list[ListId] = Field(default_factory=list)
    head: OptionalListId = ""


class OutgoingTable(SourcedTable):
    """``[outgoing]``: the government that is in office when the country votes."""

    head: ListId
    lists: list[ListId] = Field(default_factory=list)
    seats: dict[ListId, Annotated[int, Field(gt=0)]] = Field(default_factory=dict)


class AgreementTable(SourcedTable):
    """``[[surplus_agreement]]``: two lists that count as one for the remaining seats."""

    lists: list[ListId] = Field(min_length=2, max_length=2)
    date: date


class ElectionTable(SourcedTable):
    """``election.toml``: an election, its lists, persons, blocs, targets and agreements."""

    form: Literal["formateur/election/1"] = Field(alias="schema")
    id: Slug
    country: CountryCode
    chamber: RequiredText
    name: RequiredText
    names: NamesByLanguage = Field(default_factory=dict)
    date: date
    law: LawRef
    procedure: OptionalSlug = ""
    previous: OptionalSlug = ""
    previous_result: OptionalSlug = ""
    lists: list[ListTable] = Field(min_length=1, alias="list")
    persons: list[PersonTable] = Field(default_factory=list, alias="person")
    blocs: list[BlocTable] = Field(default_factory=list, alias="bloc")
    targets: list[TargetTable] = Field(default_factory=list, alias="target")
    outgoing: OutgoingTable | None = None
    agreements: list[AgreementTable] = Field(default_factory=list, alias="surplus_agreement")


def election_schema() -> dict[str, Any]:
    """Return the JSON Schema of ``election.toml``, for editors that complete and check it."""
    schema = ElectionTable.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
