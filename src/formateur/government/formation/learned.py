"""The formation model as it is shipped: one file for each cut-off, named by it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Cabinet, Pledge
from formateur.government.formation.failure import Deadlock
from formateur.government.formation.features import FEATURES
from formateur.government.formation.formations import Parliament, formations_of
from formateur.government.formation.head import HEAD_FEATURES
from formateur.government.formation.model import FormationModel, learn_formation, lesson_of
from formateur.government.formation.openness import learn_failure
from formateur.government.formation.waiting import hung_parliaments
from formateur.government.formation.word_learning import learn_words
from formateur.government.formation.words import EFFECTS
from formateur.shipped import check_schema, newest_shipped

SCHEMA = "formateur/learned-formation/1"


def learn_until(
    cabinets: Sequence[Cabinet], pledges: Sequence[Pledge], cut_off: date
) -> FormationModel:
    """Learn the whole model from what was known before a day.

    Parameters
    ----------
    cabinets, pledges
        Cabinets that began on that day or later are left out, and pledges before governments
        that were not known then.
    """
    all_parliaments = hung_parliaments(cabinets)
    parliaments = [one for one in all_parliaments if one.known < cut_off]
    known = [one for one in cabinets if one.start < cut_off]
    lessons = [lesson_of(one) for one in formations_of(known)]
    formed = {one.formation.cabinet.election for one in lessons}
    settled = formed | {one.election for one in parliaments}
    said = [one for one in pledges if one.formation in settled]
    model = learn_formation(lessons, parliaments, cut_off)
    model = learn_words(model, lessons, said, cut_off)
    return replace(model, deadlock=learn_failure(model, parliaments, known, said))


def document_of(model: FormationModel) -> dict[str, Any]:
    """Return the model as the document that is shipped."""
    return {
        "schema": SCHEMA,
        "cut_off": str(model.cut_off),
        "formations": model.formations,
        "spoken_formations": model.spoken_formations,
        "coalition": _named(FEATURES, model.coalition),
        "head": _named(HEAD_FEATURES, model.head),
        "words": _named(EFFECTS, model.words),
        "surprise": model.surprise,
        "deadlock": asdict(model.deadlock),
        "parliaments": [
            [
                one.election,
                one.country,
                str(one.held),
                str(one.known),
                one.days,
                round(one.log_parties, 3),
                round(one.polarisation, 3),
            ]
            for one in model.parliaments
        ],
        "made_by": f"python scripts/learn_formation.py --until {model.cut_off} --out FILE",
    }


def model_from(document: Mapping[str, Any]) -> FormationModel:
    """Build the model from a document of the schema `SCHEMA`.

    Raises
    ------
    UsageError
        When the document is of another schema.
    """
    check_schema(document, SCHEMA, "scripts/learn_formation.py")
    return FormationModel(
        cut_off=date.fromisoformat(document["cut_off"]),
        coalition=_ordered(FEATURES, document["coalition"]),
        head=_ordered(HEAD_FEATURES, document["head"]),
        words=_ordered(EFFECTS, document["words"]),
        surprise=document["surprise"],
        formations=document["formations"],
        spoken_formations=document["spoken_formations"],
        deadlock=Deadlock(**document["deadlock"]),
        parliaments=tuple(
            Parliament(
                election, country, date.fromisoformat(held), date.fromisoformat(known), *rest
            )
            for election, country, held, known, *rest in document["parliaments"]
        ),
    )


def load_formation(day: date) -> FormationModel:
    """Load the newest shipped model whose cut-off is not after `day`.

    Raises
    ------
    NotEnoughPollsError
        When every shipped model was learned from governments of that day or later.
    """
    text = newest_shipped("formation", day, "what made governments").read_text(encoding="utf-8")
    return model_from(json.loads(text))


def _named(names: Sequence[str], values: NDArray[np.float64]) -> dict[str, float]:
    return {name: round(float(value), 6) for name, value in zip(names, values, strict=True)}


def _ordered(names: Sequence[str], values: Mapping[str, float]) -> NDArray[np.float64]:
    return np.array([values[name] for name in names], dtype=np.float64)
