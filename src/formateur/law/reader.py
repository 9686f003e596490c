"""Law files: find, read and check them. The format is described in the reference manual."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from formateur.control import controls_within, visible
from formateur.errors import LawError
from formateur.law.fields import (
    SCHEMA,
    Table,
    closest,
    house,
    source,
    start,
    threshold_share,
    tie_rule,
)
from formateur.law.rules import Law, Method, Value, Version
from formateur.law.steps import STEPS, misorder

_TOP = ("schema", "id", "name", "country", "chamber")
_VERSIONED = ("seats", "threshold", "allocation")


def builtin_laws() -> tuple[str, ...]:
    """Return the ids of the laws that come with Formateur, in alphabetical order."""
    folder = files("formateur") / "data" / "laws"
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def load_law(ref: str, folder: Path | None = None) -> Law:
    """Read and check a law.

    Parameters
    ----------
    ref
        Id of a built-in law, or the name of a file in `folder` that ends in ``.toml``.
    folder
        The election folder.

    Raises
    ------
    LawError
        When there is no such law, or its file is wrong; it names the key.
    """
    return _law(ref, _parse(ref, _read(ref, folder)))


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


def _law(ref: str, document: Mapping[str, object]) -> Law:
    """Check a document from top to bottom and make the law of it."""
    top = Table(ref, "", document)
    top.allow(*_TOP, "limits", *_VERSIONED)
    if top.text("schema") != SCHEMA:
        raise top.wrong("schema", f"must be {SCHEMA!r}", "Change it, or update Formateur")
    thresholds = _versions(top, "threshold", threshold_share)
    allocations = _versions(top, "allocation", _method)
    _check_threshold_is_used(top, bool(thresholds), allocations)
    return Law(
        id=top.name("id", r"[a-z0-9][a-z0-9_-]*", "small letters, digits, _ and -"),
        name=top.text("name"),
        country=top.name("country", r"[a-z]{2}", "two small letters of ISO 3166"),
        chamber=top.text("chamber"),
        limits=top.text("limits") if "limits" in document else "",
        seats=_versions(top, "seats", house),
        threshold=thresholds,
        allocation=allocations,
    )


def _versions(top: Table, key: str, read: Callable[[Table], Value]) -> tuple[Version[Value], ...]:
    """Read the dated tables of one key, oldest first."""
    versions: list[Version[Value]] = []
    for table in top.tables(key, required=key != "threshold"):
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
    unknown = [name for name in names if name not in STEPS]
    if unknown:
        raise table.wrong(
            "steps",
            f"there is no step {unknown[0]!r}{closest(unknown[0], tuple(STEPS))}",
            "The steps are " + ", ".join(STEPS),
        )
    steps = tuple(STEPS[name] for name in names)
    if problem := misorder(steps):
        raise table.wrong("steps", problem, "See the reference on law files")
    return Method(steps, tie_rule(table))


def _check_threshold_is_used(
    top: Table, stated: bool, allocations: Sequence[Version[Method]]
) -> None:
    """Refuse a threshold that no step applies, and a step that has none to apply."""
    for version in allocations:
        applied = any(step.stage == "qualify" for step in version.value.steps)
        if applied != stated:
            raise top.wrong(
                "threshold",
                "a [[threshold]] is given but the steps do not apply it"
                if stated
                else "the steps apply a threshold but no [[threshold]] is given",
                'Give both, a [[threshold]] and the step "threshold", or neither',
            )
