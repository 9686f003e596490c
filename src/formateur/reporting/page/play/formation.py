"""The formation model of a forecast, packed so that the page can run it without some statement."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.facts import in_order
from formateur.folder.past_cabinets import built_in_cabinets
from formateur.forecasting import Forecast
from formateur.government import Would
from formateur.government.formation.over_draws import ground_of, weights_of
from formateur.government.formation.players import Player, scene_of
from formateur.government.formation.scene import Scene
from formateur.government.formation.statement_words import words_from
from formateur.government.formation.words import EFFECTS, Word
from formateur.government.procedure import still_open
from formateur.government.would_parts import waits_of, weigh_heads
from formateur.reporting.figures import chance
from formateur.reporting.page.play.packing import Packed, pack
from formateur.reporting.page.play.schema import PlayChance, PlayFormation, PlayPlayer, PlayWord

THOUSANDTHS = 1000

TOLD = 0.0005
"""Chances of coalitions below this are not told; the page works out its own."""

MOST_PLAYERS = 13
"""Of more players there are too many coalitions for an answer at once."""


def play_formation(forecast: Forecast) -> PlayFormation | None:
    """Pack the formation model; ``None`` where there is nothing to play with.

    That is where no government was worked out, where one is already there, or the search is over.
    With more than `MOST_PLAYERS` the page has the chances, but nothing to work out others from.
    """
    would, election, day = forecast.formation, forecast.election, forecast.day
    if would is None:
        return None
    if would.present.formed is not None or would.present.dissolved is not None:
        return None
    known = in_order(tuple(one for one in built_in_cabinets(election.country) if one.start <= day))
    scene = scene_of(election, would.table, known, day)
    return PlayFormation(
        players=_players(forecast, would, scene),
        fixed=_fixed(would, scene),
        weights={key: round(value, 6) for key, value in _weights(would, scene).items()},
        force={
            name: round(float(value), 5)
            for name, value in zip(EFFECTS, would.model.words, strict=True)
        },
        words=[_word(one) for one in words_from(election, would.table, day)],
        open=round(_open(forecast, would, scene), 6),
        p_none=chance(would.p_none),
        chances=_chances(would.chances),
    )


def _fixed(would: Would, scene: Scene) -> Packed | None:
    if len(scene.players) > MOST_PLAYERS:
        return None
    utility = ground_of(would.model, scene, None).fixed
    return pack(np.rint(THOUSANDTHS * utility).astype(np.int64))


def _weights(would: Would, scene: Scene) -> dict[str, float]:
    hung = 2 * would.table.seats.max(axis=1) <= would.table.house
    rate = would.history.base_rate if hung.any() else 0.0
    return weights_of(would.model, scene, rate)._asdict()


def _open(forecast: Forecast, would: Would, scene: Scene) -> float:
    waits = waits_of(forecast.election, would.table, scene, would.model)
    vote = forecast.election.date
    return still_open(would.procedure, would.present, waits, vote=vote, day=forecast.day)


def _players(forecast: Forecast, would: Would, scene: Scene) -> list[PlayPlayer]:
    table = would.table
    left = weigh_heads(
        np.ones(len(table.players)), table, would.present, forecast.election
    ).tolist()
    heads = ground_of(would.model, scene, None).heads.tolist()
    share = (table.seats / table.house[:, None]).mean(axis=0).tolist()
    return [
        PlayPlayer(
            id=one.id,
            home=one.list,
            places=_places(one, forecast),
            place=_place(one, forecast),
            position=round(float(scene.position[k]), 6),
            share_before=round(float(scene.share_before[k]), 6) if scene.known_before else None,
            outgoing_head=bool(scene.outgoing_head[k]),
            head=round(heads[k], 6),
            returned=left[k],
            share=round(share[k], 6),
        )
        for k, one in enumerate(table.players)
    ]


def _places(player: Player, forecast: Forecast) -> list[int]:
    if player.part == 1.0:
        return []
    return [one.seats for one in forecast.election.list(player.list).members if one.seats]


def _place(player: Player, forecast: Forecast) -> int:
    if player.part == 1.0:
        return 0
    members = [one.id for one in forecast.election.list(player.list).members if one.seats]
    return members.index(player.id)


def _word(word: Word) -> PlayWord:
    return PlayWord(
        statement=word.id,
        speaker=word.speaker,
        effect=word.effect,
        others=list(word.others),
        all_of=word.all_of,
        head=word.head,
        strength=round(word.strength, 6),
    )


def _chances(chances: NDArray[np.float64]) -> list[PlayChance]:
    order = np.argsort(-chances, kind="stable").tolist()
    return [PlayChance(mask=k, p=chance(chances[k])) for k in order if chances[k] >= TOLD]
