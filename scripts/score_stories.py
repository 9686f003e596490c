"""Score the story checker on labelled stories: precision and recall by kind and by verdict.

Usage: ``python scripts/score_stories.py [FILE] [--misses] [--labelled-only]``; by default the
stories of the tests.

A found claim matches a labelled one when its words overlap the labelled words and the kind agrees;
several found within the words of one label ("won nine seats and its ally eight") count as one,
whose verdict is that of all of them, or partly where they differ. A found claim that nobody
labelled counts against precision, but not with ``--labelled-only``: labels are not exhaustive.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from formateur import stories
from formateur.errors import FormateurError
from formateur.story import StoryDocument
from formateur.story.folding import fold
from formateur.story.schema import ClaimPart

STORIES = Path(__file__).parents[1] / "tests" / "story" / "stories.json"
CHECKABLE = ("supported", "contradicted", "partly")


@dataclass(frozen=True)
class Pair:
    """A labelled claim and the found one that matches it, either of which may be missing."""

    story: str
    label: dict[str, Any] | None
    found: ClaimPart | None

    @property
    def right(self) -> bool:
        """Whether there are both and the verdicts agree."""
        return bool(self.label and self.found and self.label["verdict"] == self.found.verdict)


@cache
def check(text: str, day: str | None, election: str | None) -> StoryDocument:
    """Check one story."""
    return stories.check_story(text, day=day, election=election).document


def pairs(story: dict[str, Any]) -> list[Pair]:
    """Check a story and match what was found with its labels."""
    document = check(story["text"], story.get("date_option"), story.get("election_option"))
    return match(story, document)


def match(story: dict[str, Any], document: StoryDocument) -> list[Pair]:
    """Match what was found in a story with its labels, each found claim once."""
    left = list(document.claims)
    matched = []
    for label in story["claims"]:
        hits = [one for one in left if _matches(label, one)]
        best = min(hits, key=lambda one: abs(len(one.text) - len(label["words"])), default=None)
        found = best
        if best is not None:
            words = _plain(label["words"])
            others = [one for one in story["claims"] if one is not label]
            parts = [best, *(
                one for one in hits
                if one is not best and _plain(one.text) in words
                and not any(_matches(other, one) for other in others)
            )]  # fmt: skip
            left = [one for one in left if not any(one is part for part in parts)]
            found = best.model_copy(update={"verdict": _together(parts)})
        matched.append(Pair(story["id"], label, found))
    return [*matched, *(Pair(story["id"], None, one) for one in left)]


def _together(parts: Sequence[ClaimPart]) -> str:
    """Return the verdict of all: partly where some hold and others do not."""
    verdicts = {one.verdict for one in parts}
    judged = verdicts & set(CHECKABLE)
    if not judged:
        return parts[0].verdict
    return judged.pop() if len(judged) == 1 else "partly"


def _matches(label: dict[str, Any], found: ClaimPart) -> bool:
    words, sentence = _plain(label["words"]), _plain(found.sentence)
    place = sentence.find(words)
    if label["kind"] != found.kind or place < 0:
        return False
    own = _plain(found.text)
    at = sentence.find(own)
    return at < place + len(words) and place < at + len(own)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", fold(unescape(re.sub(r"<[^>]+>", "", text)))).lower()


def table(title: str, rows: Iterable[tuple[str, Sequence[Pair], Sequence[Pair]]]) -> None:
    """Print precision and recall: of the found ones, and of the labelled ones, that are right."""
    print(f"\n{title:<20} found right precision  labelled right recall")
    for name, found, labelled in rows:
        a, b = sum(one.right for one in found), sum(one.right for one in labelled)
        precision = f"{a / len(found):.2f}" if found else "–"
        recall = f"{b / len(labelled):.2f}" if labelled else "–"
        counts = f"{len(found):>5} {a:>5} {precision:>9}  {len(labelled):>8} {b:>5} {recall:>6}"
        print(f"{name:<20} {counts}")


Row = tuple[str, list[Pair], list[Pair]]


def by(every: Sequence[Pair], names: Iterable[str], field: str) -> list[Row]:
    """Divide pairs by a field of the found and of the labelled claim."""
    return [
        (
            name,
            [one for one in every if one.found and getattr(one.found, field) == name],
            [one for one in every if one.label and one.label[field] == name],
        )
        for name in names
    ]


def report(every: Sequence[Pair], *, labelled_only: bool) -> None:
    """Print the scores by verdict and kind, and both precisions, with and without unlabelled."""
    matched = [one for one in every if one.found and one.label]
    counted = [one for one in every if one.label] if labelled_only else every
    verdicts = (*CHECKABLE, "cannot-be-checked", "opinion")
    kinds = ("time", "race", "outcome", "government", "motion", "event", "opinion")
    table("verdict", by(counted, verdicts, "verdict"))
    table("kind", by(counted, kinds, "kind"))
    labelled = [one for one in every if one.label]
    checkable = [one for one in labelled if one.label and one.label["verdict"] in CHECKABLE]
    table("all", [
        ("checkable", _found_checkable(counted), checkable),
        ("every verdict", [one for one in every if one.found], labelled),
        ("labelled only", matched, labelled),
    ])  # fmt: skip
    for words, pairs_of in (("every verdict", every), ("labelled only", matched)):
        wrong = [one for one in _found_checkable(pairs_of) if one.found and not one.right]
        told = sum(one.found.verdict == "contradicted" for one in wrong if one.found)
        print(f"wrong, {words}: {len(wrong)} of those that judge, {told} of them contradict")


def _found_checkable(every: Sequence[Pair]) -> list[Pair]:
    return [one for one in every if one.found and one.found.verdict in CHECKABLE]


def attributed(matched: Sequence[Pair]) -> None:
    """Print how often speaker and outlet are as labelled, where a label names one."""
    for field in ("said_by", "reported_by"):
        named = [one for one in matched if one.label and one.label[field]]
        right = sum(
            _same(one.label[field], getattr(one.found, field)) for one in named if one.label
        )
        print(f"{field}: {right} of {len(named)}")


def _same(label: str, found: str) -> bool:
    a, b = _plain(label), _plain(found)
    return bool(b) and (a in b or b in a or a.split()[-1] == b.split()[-1])


def placed(stories: Sequence[dict[str, Any]]) -> None:
    """Print how many stories are read as the right election, day and language."""
    counts: Counter[str] = Counter()
    for story in stories:
        document = check(story["text"], story.get("date_option"), story.get("election_option"))
        counts["election"] += document.election == story["election"]
        counts["date"] += str(document.date) == str(story["date"])
        counts["language"] += document.language == story["language"]
        told = _plain(" ".join(one.text for one in document.stripped))
        counts["stripped"] += sum(_plain(one) in told for one in story["stripped"])
        counts["to strip"] += len(story["stripped"])
    print(f"of {len(stories)} stories: {dict(counts)}")


def odd(cases: Sequence[dict[str, str]]) -> None:
    """Print what is said of texts that are no story of one election."""
    for case in cases:
        try:
            document = check(case["text"], None, None)
            readings = [(one.election, str(one.date)) for one in document.readings]
            said = f"{document.election} {document.date} {document.notes} {readings}"
        except FormateurError as error:
            said = f"{type(error).__name__}: {error}"
        print(f"- {case['text'][:60]!r}\n    expected {case['expect']!r}\n    {said}")


def _tell(every: Sequence[Pair]) -> None:
    for one in (each for each in every if not each.right):
        label = found = "–"
        if one.label:
            label = f"{one.label['kind']} {one.label['verdict']} “{one.label['words']}”"
        if one.found:
            figures = [(figure.what, figure.value) for figure in one.found.figures][:3]
            found = f"{one.found.kind} {one.found.verdict} “{one.found.text}” {figures}"
        print(f"{one.story}: {label}\n        {found}")


def main() -> None:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=STORIES)
    parser.add_argument("--misses", action="store_true", help="also print what is not right")
    parser.add_argument(
        "--labelled-only",
        action="store_true",
        help="leave found claims that nobody labelled out of precision by verdict and kind",
    )
    arguments = parser.parse_args()
    data = json.loads(arguments.file.read_text(encoding="utf-8"))
    every = [pair for story in data["stories"] for pair in pairs(story)]
    report(every, labelled_only=arguments.labelled_only)
    attributed([one for one in every if one.found and one.label])
    placed(data["stories"])
    if arguments.misses:
        _tell(every)
    odd(data["odd"])


if __name__ == "__main__":
    main()
