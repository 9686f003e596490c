"""Which government would form: a probability for every coalition, its head and its time."""

from formateur.government.formation.formations import Formation, Parliament, formations_of
from formateur.government.formation.logit import probabilities
from formateur.government.formation.model import (
    FormationModel,
    Lesson,
    chances,
    fit_scaled,
    head_chances,
    learn_formation,
    lesson_of,
)
from formateur.government.formation.scene import Scene, scene_before
from formateur.government.formation.waiting import (
    Waits,
    expected_waits,
    house_measures,
    hung_parliaments,
)
from formateur.government.formation.word_learning import (
    chances_with_words,
    learn_words,
    said_before,
)

__all__ = [
    "Formation",
    "FormationModel",
    "Lesson",
    "Parliament",
    "Scene",
    "Waits",
    "chances",
    "chances_with_words",
    "expected_waits",
    "fit_scaled",
    "formations_of",
    "head_chances",
    "house_measures",
    "hung_parliaments",
    "learn_formation",
    "learn_words",
    "lesson_of",
    "probabilities",
    "said_before",
    "scene_before",
]
