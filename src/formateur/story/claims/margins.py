"""Claims on by how much a bloc won: "the right won by three seats"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from formateur.story import rules
from formateur.story.claim import Claim, Figure, Ruling, Verdict
from formateur.story.claims.line import Line
from formateur.story.claims.results import results_of
from formateur.story.numbers import NUMBER, number

_BY = re.compile(
    r"\b(?:won|wins|prevailed|victory|gano|ganaron|vencio|vencieron|victoria|se impuso"
    r"|se impusieron)"
    rf"(?: \w+){{0,3}}? (?:by|por) (?:a margin of |just |only |solo |apenas )?(?P<n>{NUMBER})"
    r" (?:seats?|mandates|escanos?|diputados|mandatos)\b"
)


def claims(line: Line) -> Iterator[Claim]:
    """Yield by how many seats a bloc is said to have beaten all others."""
    blocs = {one.id: one for one in line.scene.election.blocs}
    results = results_of(line.scene.election, line.scene.day)
    for found in _BY.finditer(line.plain):
        named = [one for one in line.mentions if one.what == "bloc" and one.end <= found.start()]
        if not named or not results or named[-1].id not in blocs:
            continue
        bloc = blocs[named[-1].id]
        own = sum(results[one].seats for one in bloc.lists if one in results)
        margin = 2 * own - sum(one.seats for one in results.values())
        figure = Figure(
            f"seats of {bloc.name} over all others", margin, "seats", line.scene.election.date
        )
        ruling: Ruling = "supported" if margin == number(found["n"]) else "contradicted"
        source = next(iter(results.values())).source.text
        verdict = Verdict(ruling, rules.RESULTS, (figure,), (source,))
        yield Claim("outcome", named[-1].start, found.end(), verdict)
