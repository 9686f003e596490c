"""Law files: find, read and check them. The format is described in the reference manual."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TypeVar, get_args

from formateur.control import controls_within, visible
from formateur.errors import LawError
from formateur.law.complaints import Complaints
from formateur.law.fields import SCHEMA, Table, closest, house, source, start, step_of_table
from formateur.law.law import Law, Method, Version
from formateur.law.rules import Constituencies
from formateur.law.steps import STEPS, TABLED, misorder, stage_of, table_of
from formateur.law.ties import TIE_RULES
from formateur.law.what_if import changed

Value = TypeVar("Value")

_TOP = ("schema", "id", "name", "country", "chamber")


def builtin_laws() -> tuple[str, ...]:
    """Return the ids of the laws that come with Formateur, in alphabetical order."""
    folder = files("formateur") / "data" / "laws"
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def load_law(
    ref: str, folder: Path | None = None, changes: Mapping[str, object] | None = None
) -> Law:
    """Read and check a law.

    Parameters
    ----------
    ref
        Id of a built-in law, or the name of a file in `folder` that ends in ``.toml``.
    folder
        The election folder.
    changes
        What to change in every version, for a what-if: ``{"threshold.share": "2%"}``.

    Raises
    ------
    LawError
        When there is no such law, or its file is wrong; it names the key.
    """
    document, told = changed(ref, _parse(ref, _read(ref, folder)), changes or {})
    return _law(ref, document, told)


def _read(ref: str, folder: Path | None) -> bytes:
    """Return the content of the file that `ref` names."""
    if not ref.endswith(".toml"):
        return _read_builtin(ref)
    if folder is None or Path(ref).name != ref:
        raise LawError(
            ref,
            "",
            "a law of your own must lie in the election folder itself",
            'Put it there, and write law = "law.toml" in election.toml',
        )
    path = Path(folder) / ref
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise LawError(ref, "", f"{path} is not an ordinary file", "Put a text file there")
        return path.read_bytes()
    except OSError as error:
        raise LawError(
            ref,
            "",
            f"the file cannot be read from {folder}: {error.strerror}",
            "Put the law file there, or name a built-in law: " + ", ".join(builtin_laws()),
        ) from None


def _read_builtin(ref: str) -> bytes:
    """Return the content of a built-in law file."""
    known = builtin_laws()
    if ref not in known:
        raise LawError(
            ref,
            "",
            f"there is no built-in law of that id{closest(ref, known)}; "
            f"there are {', '.join(known)}",
            "Name one of these, or write a law.toml of your own",
        )
    return (files("formateur") / "data" / "laws" / f"{ref}.toml").read_bytes()


def _parse(ref: str, content: bytes) -> Mapping[str, object]:
    """Return the TOML document."""
    try:
        document = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise LawError(
            ref, "", f"the file is not UTF-8 text (byte {error.start})", "Save it as UTF-8"
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise LawError(
            ref, "", f"the file is not TOML: {error}", "Mend that place in the file"
        ) from None
    except (RecursionError, ValueError):  # the parser lets them through
        raise LawError(
            ref, "", "arrays are nested too deeply, or a number has too many digits", "Mend it"
        ) from None
    for place, sign in controls_within(document):
        raise LawError(
            ref,
            visible(".".join(map(str, place))),
            f"U+{ord(sign):04X} is a control character, which no text may hold",
            "Remove its escape",
        )
    return document


_HEAD: Mapping[str, Callable[[Table], str]] = {
    "id": lambda top: top.name("id", r"[a-z0-9][a-z0-9_-]*", "small letters, digits, _ and -"),
    "name": lambda top: top.text("name"),
    "country": lambda top: top.name("country", r"[a-z]{2}", "two small letters of ISO 3166"),
    "chamber": lambda top: top.text("chamber"),
    "limits": lambda top: top.text("limits") if "limits" in top.content else "",
}


def _law(ref: str, document: Mapping[str, object], changes: tuple[str, ...]) -> Law:
    """Check a document from top to bottom and make the law of it."""
    top, complaints, head = Table(ref, "", document), Complaints(), dict[str, str]()
    with complaints:
        top.allow(*_TOP, "limits", "constituencies", "seats", "allocation", *map(table_of, TABLED))
    with complaints:
        if top.text("schema") != SCHEMA:
            raise top.wrong("schema", f"must be {SCHEMA!r}", "Change it, or update Formateur")
    for key, read in _HEAD.items():
        with complaints:
            head[key] = read(top)
    with complaints:
        constituencies = top.choice("constituencies", get_args(Constituencies), "one")
    seats = _versions(top, "seats", house, complaints)
    tables = {
        table_of(name): _versions(top, table_of(name), partial(step_of_table, kind), complaints)
        for name, kind in TABLED.items()
        if table_of(name) in document
    }
    allocation = _versions(top, "allocation", _method, complaints)
    complaints.tell()  # what uses what can be seen only where each is right
    _check_tables_are_used(top, tables.keys(), allocation)
    return Law(
        id=head["id"],
        name=head["name"],
        country=head["country"],
        chamber=head["chamber"],
        limits=head["limits"],
        constituencies=constituencies,
        seats=seats,
        allocation=allocation,
        tables=tables,
        changes=changes,
    )


def _versions(
    top: Table, key: str, read: Callable[[Table], Value], complaints: Complaints
) -> tuple[Version[Value], ...]:
    """Read the dated tables of one key, oldest first."""
    versions: list[Version[Value]] = []
    tables: tuple[Table, ...] = ()
    with complaints:
        tables = top.tables(key)
    for table in tables:
        with complaints:
            version = Version(start(table), read(table), source(table))
            if any(version.since == other.since for other in versions):
                raise table.wrong(
                    "from",
                    f"{version.since} is already the first day of another [[{key}]]",
                    "Give every version its own first day",
                )
            versions.append(version)
    return tuple(sorted(versions, key=lambda version: version.since))


def _method(table: Table) -> Method:
    """Read the steps of an allocation and its rule for ties."""
    table.allow("from", "source", "steps", "ties")
    names = table.texts("steps")
    known = (*STEPS, *TABLED)
    for name in names:
        if name not in known:
            raise table.wrong(
                "steps",
                f"there is no step {name!r}{closest(name, known)}",
                "The steps are " + ", ".join(known),
            )
    stages = [stage_of(name) for name in names]
    if problem := misorder(stages):
        raise table.wrong("steps", problem, "See the reference on law files")
    return Method(names, table.choice("ties", TIE_RULES))


def _check_tables_are_used(
    top: Table, stated: Collection[str], allocations: Sequence[Version[Method]]
) -> None:
    """Refuse a table that no step applies, and a step that has none to apply."""
    applied = {
        table_of(name): version
        for version in reversed(allocations)
        for name in version.value.steps
        if name in TABLED
    }
    for key in (key for key in applied if key not in stated):
        raise top.wrong(
            key,
            f"the steps apply it but no [[{key}]] is given",
            f"Add a [[{key}]], or drop the step",
        )
    for key in (key for key in stated if key not in applied):
        raise top.wrong(
            key, f"a [[{key}]] is given but the steps do not apply it", "Name the step, or drop it"
        )
