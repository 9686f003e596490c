"""``formateur score``: a forecast beside the result."""

from __future__ import annotations

from formateur.cli.options import AsOf, Draws, ElectionArgument, Lang, Model, Seed
from formateur.cli.terminal import show, sign_of_life
from formateur.settings import DEFAULT_DRAWS, DEFAULT_LANGUAGE, DEFAULT_MODEL, DEFAULT_SEED


def score(
    election: ElectionArgument,
    as_of: AsOf = None,
    draws: Draws = DEFAULT_DRAWS,
    seed: Seed = DEFAULT_SEED,
    model: Model = DEFAULT_MODEL,
    *,
    lang: Lang = DEFAULT_LANGUAGE,
) -> None:
    """Compare a forecast made before the vote with the result."""
    from formateur import api
    from formateur.evaluation import score_table
    from formateur.language import open_language

    language = open_language(lang)
    with sign_of_life("scoring the forecast"):
        scored = api.score(election, as_of=as_of, draws=draws, seed=seed, model=model)
    show(score_table(scored, language))
