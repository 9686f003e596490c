"""The picture of the station of government: could beside would."""

from __future__ import annotations

from formateur.language import message
from formateur.reporting import rows
from formateur.reporting.formation_schema import FormationPart, WouldPart
from formateur.reporting.view.charts import Chart, CoalitionRow, CouldWould
from formateur.reporting.view.government_tables import could_column
from formateur.reporting.view.wording import NOTHING
from formateur.reporting.view.words import Words


def could_would_chart(words: Words, formation: FormationPart) -> Chart:
    """Picture the likeliest governments, and that none forms."""
    shown = rows.shown_would(words.document)
    say = words.language.say
    none = CoalitionRow(
        id="none",
        name=words.say("none before the next election"),
        could=None,
        could_told=NOTHING,
        would=formation.p_none,
        would_told=words.language.of_50(formation.p_none),
    )
    every = (none, *(_row(words, one) for one in shown))
    return Chart(
        id="could-would",
        kind="coalitions",
        title=words.say("Governments in 50 equally likely elections: could, and would"),
        description=say(
            "Would form: {governments}.",
            governments=tuple(
                message("{name} in {often}", name=one.name, often=one.would_told) for one in every
            ),
        ),
        table="would",
        data=CouldWould(
            rows=every,
            could_label=could_column(words).title,
            would_label=words.say("would (forms)"),
        ),
    )


def _row(words: Words, one: WouldPart) -> CoalitionRow:
    return CoalitionRow(
        id="+".join(one.members),
        name=" + ".join(words.language.isolated(words.called(name).text) for name in one.names),
        could=one.p_could,
        could_told=words.language.of_50(one.p_could),
        would=one.p_would,
        would_told=words.language.of_50(one.p_would),
    )
