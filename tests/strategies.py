"""Elections at random, each of which an election folder can hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from formateur.facts import (
    OTHER,
    STEPS,
    Bloc,
    CalendarStep,
    Election,
    ElectoralList,
    Event,
    Motion,
    Outgoing,
    Party,
    Person,
    Poll,
    PositionTaken,
    Reading,
    Result,
    Scale,
    Source,
    Stage,
    Statement,
    SurplusAgreement,
    Target,
)
from formateur.folder.references import RESERVED_IDS

VOTE = date(2019, 9, 17)
HOUSE = 120

list_ids = st.from_regex(r"[a-z0-9_]{1,12}", fullmatch=True).filter(
    lambda one: one not in RESERVED_IDS
)
slugs = st.from_regex(r"[a-z0-9_-]{1,12}", fullmatch=True)
_signs = st.one_of(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u202d\u202e"),
    st.sampled_from("\n\"',;#<%\\=[]{}"),
)
texts = st.text(_signs, max_size=20).map(str.strip)
required_texts = texts.filter(bool)
names = st.dictionaries(st.sampled_from(["he", "ar", "pt-BR"]), required_texts, max_size=2)
sources = st.builds(Source, required_texts, texts)
days = st.dates(date(2015, 1, 1), date(2025, 12, 31))
days_before = st.dates(date(2018, 1, 1), VOTE)
parts = required_texts.map(lambda one: one.replace(";", ",").strip()).filter(bool)
percentages = st.floats(0, 100).map(lambda one: round(one, 6))


def readings(scale: Scale, list_id: str) -> st.SearchStrategy[Reading]:
    """What a poll may print for a list."""
    kinds = [
        st.builds(Reading, st.just("percent"), percentages),
        st.builds(Reading, st.just("below"), st.none() | percentages.filter(bool)),
    ]
    if scale == "seats" and list_id != OTHER:
        kinds.append(st.builds(Reading, st.just("seats"), st.integers(1, HOUSE).map(float)))
    return st.one_of(kinds)


@st.composite
def polls(draw: st.DrawFn, lists: Sequence[str]) -> Poll:
    """A poll of some of the lists."""
    scale: Scale = draw(st.sampled_from(["percent", "seats"]))
    asked = draw(st.sets(st.sampled_from([*lists, OTHER]), min_size=1))
    end = draw(days_before)
    length = st.none() | st.integers(0, 30)
    taken, published = draw(length), draw(length)
    return Poll(
        id=draw(slugs),
        pollster=draw(required_texts),
        sponsor=draw(texts),
        fieldwork_start=None if taken is None else end - timedelta(taken),
        fieldwork_end=end,
        published=None if published is None else end + timedelta(published),
        sample_size=draw(st.none() | st.integers(1, 10**6)),
        scale=scale,
        kind=draw(st.sampled_from(["poll", "exit"])),
        readings={one: draw(readings(scale, one)) for one in sorted(asked)},
        undecided=draw(percentages.filter(lambda one: one < 100)) if scale == "percent" else 0.0,
        source=draw(sources),
        note=draw(texts),
    )


def _poll_lists(lists: Sequence[str]) -> st.SearchStrategy[tuple[Poll, ...]]:
    unique = (lambda one: one.id, lambda one: (one.pollster, one.fieldwork_end))
    return st.lists(polls(lists), max_size=4, unique_by=unique).map(tuple)


@st.composite
def electoral_lists(draw: st.DrawFn, list_id: str, persons: Sequence[str]) -> ElectoralList:
    """A list that may be led by one of the persons."""
    founded = draw(st.none() | days_before)
    lived = draw(st.none() | st.integers(1, 1000))
    ended = None if lived is None else (founded or VOTE) + timedelta(lived)
    member = st.builds(Party, id=list_ids, name=required_texts, names=names)
    return ElectoralList(
        id=list_id,
        name=draw(required_texts),
        names=draw(names),
        abbreviation=draw(texts),
        leader=draw(st.sampled_from(["", *persons])),
        members=tuple(draw(st.lists(member, max_size=2, unique_by=lambda one: one.id))),
        founded=founded,
        ended=ended,
        source=draw(sources),
    )


@st.composite
def motions(draw: st.DrawFn, lists: Sequence[str]) -> Motion:
    """A motion on which some lists have taken positions."""
    position = st.builds(
        PositionTaken,
        list=st.sampled_from(lists),
        position=st.sampled_from(["support", "oppose", "abstain", "split", "unknown"]),
        date=days,
        basis=st.sampled_from(["stated", "inferred"]),
        summary=texts,
        source=sources,
    )
    taken = draw(st.lists(position, max_size=3, unique_by=lambda one: (one.list, one.date)))
    by = st.sampled_from(["", "government", "parliament"])
    stage = st.builds(Stage, name=required_texts, body=required_texts, by=by, note=texts)
    return Motion(
        id=draw(slugs),
        title=draw(required_texts),
        question=draw(required_texts),
        majority=draw(st.sampled_from(["plain", "absolute", "none", "2/3", "80"])),
        first_raised=draw(days),
        parliament=draw(st.sampled_from(["required", "customary", "optional"])),
        reference=draw(st.sampled_from(["", "mutual-defence-treaties"])),
        summary=draw(texts),
        stages=tuple(draw(st.lists(stage, max_size=2))),
        positions=tuple(sorted(taken, key=lambda one: one.date)),
        source=draw(sources),
    )


def statements(about: Sequence[str], lists: Sequence[str]) -> st.SearchStrategy[Statement]:
    """A statement of one of the lists."""
    return st.builds(
        Statement,
        id=slugs,
        date=days,
        by=st.sampled_from(lists),
        about=st.sampled_from(about),
        stance=st.sampled_from(["excludes", "prefers", "requires", "tolerates", "recommends"]),
        firmness=st.sampled_from(["", "categorical", "conditional", "hint"]),
        summary=required_texts,
        note=texts,
        source=sources,
    )


def events(lists: Sequence[str]) -> st.SearchStrategy[Event]:
    """An event that concerns some of the lists."""
    return st.builds(
        Event,
        id=slugs,
        date=days,
        time=st.just("") | st.times().map(lambda one: one.strftime("%H:%M")),
        title=required_texts,
        actors=st.lists(parts, max_size=2).map(tuple),
        kind=slugs,
        lists=st.lists(st.sampled_from(lists), max_size=2).map(tuple),
        summary=texts,
        source=sources,
    )


steps = st.builds(
    CalendarStep, date=days, step=st.sampled_from(STEPS), who=texts, note=texts, source=sources
)


def results(lists: Sequence[str]) -> st.SearchStrategy[Result]:
    """The result of one of the lists, or of the remainder."""
    return st.builds(
        Result,
        list=st.sampled_from([*lists, OTHER]),
        votes=st.none() | st.integers(0, 10**9),
        share=percentages,
        seats=st.integers(0, HOUSE),
        source=sources,
    )


def _by_id(one: Poll | Statement | Event | Motion) -> str:
    return one.id


@st.composite
def elections(draw: st.DrawFn) -> Election:
    """An election to the Knesset with anything that a folder may hold."""
    lists = draw(st.lists(list_ids, min_size=2, max_size=4, unique=True))
    persons = draw(st.lists(list_ids, max_size=3, unique=True))
    some = st.lists(st.sampled_from(lists), min_size=1, unique=True).map(tuple)
    targets = draw(
        st.lists(
            st.builds(
                Target,
                id=list_ids.map(lambda one: f"group:{one}"),
                name=required_texts,
                any_of=some | st.just(()),
                all_of=some | st.just(()),
                head=st.sampled_from(["", *persons]),
            ),
            max_size=2,
            unique_by=lambda one: one.id,
        )
    )
    bloc = st.builds(
        Bloc, id=list_ids, name=required_texts, lists=some, names=names, source=sources
    )
    person_lists = st.sampled_from(["", *lists])
    agreement = SurplusAgreement(lists=(lists[0], lists[1]), date=draw(days), source=draw(sources))
    outgoing = [
        Outgoing(head=one, lists=(lists[0],), seats={lists[1]: 7}, source=draw(sources))
        for one in persons[:1]
    ]
    about = ["none", "person:head_of_largest_list", *lists]
    about += [f"person:{one}" for one in persons] + [one.id for one in targets]
    return Election(
        id=draw(slugs),
        country="il",
        chamber=draw(required_texts),
        name=draw(required_texts),
        names=draw(names),
        date=VOTE,
        law="il-knesset",
        procedure=draw(st.just("") | slugs),
        previous=draw(st.just("") | slugs),
        source=draw(sources),
        lists=tuple(draw(electoral_lists(one, persons)) for one in lists),
        persons=tuple(
            Person(id=one, name=draw(required_texts), names=draw(names), list=draw(person_lists))
            for one in persons
        ),
        blocs=tuple(draw(st.lists(bloc, max_size=2, unique_by=lambda one: one.id))),
        targets=tuple(targets),
        outgoing=draw(st.sampled_from([None, *outgoing])),
        agreements=draw(st.sampled_from([(), (agreement,)])),
        polls=draw(_poll_lists(lists)),
        statements=tuple(draw(st.lists(statements(about, lists), max_size=3, unique_by=_by_id))),
        events=tuple(draw(st.lists(events(lists), max_size=3, unique_by=_by_id))),
        motions=tuple(draw(st.lists(motions(lists), max_size=2, unique_by=_by_id))),
        calendar=tuple(draw(st.lists(steps, max_size=3))),
        results=tuple(draw(st.lists(results(lists), max_size=3, unique_by=lambda one: one.list))),
    )
