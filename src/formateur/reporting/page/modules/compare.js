// The figures of a scenario beside those of the forecast.

import { LEAST, keep } from "./condition.js";
import { figuresOf } from "./coalition.js";
import { likeliest, wouldOf } from "./formation.js";
import { motionFigures } from "./motion.js";

/** @typedef {import("./draws.js").Play} Play */
/** @typedef {import("./scenario.js").Scenario} Scenario */
/** @typedef {{kind: "bloc" | "none" | "government" | "motion", id: string, mask: number,
 *   before: number, after: number}} Row */

/** Governments that are told, before and after. */
const TOLD = 3;

/**
 * The draws that a scenario leaves, and whether they are enough to say anything.
 * @param {Play} play
 * @param {Scenario} scenario
 */
export function draws(play, scenario) {
  const kept = keep(play, scenario.conditions);
  return { kept, enough: kept.length >= Math.min(LEAST, play.all.length) };
}

/**
 * A motion as the scenario has it.
 * @param {import("./motion.js").MotionData} told
 * @param {Scenario} scenario
 */
export function motionIn(told, scenario) {
  const change = scenario.motions[told.id];
  return {
    majority: change?.majority ?? told.majority,
    positions: { ...told.positions, ...change?.positions },
  };
}

/**
 * Chances before and after, as far as they concern who has a majority, who governs and what passes.
 * @param {Play} play
 * @param {Scenario} scenario
 * @param {Int32Array} kept
 * @returns {Row[]}
 */
export function compare(play, scenario, kept) {
  const { blocs, formation, motions } = play.data;
  /** @type {Row[]} */
  const rows = blocs.map((one) => ({
    kind: "bloc",
    id: one.id,
    mask: 0,
    before: figuresOf(play, one.lists, play.all).p,
    after: figuresOf(play, one.lists, kept).p,
  }));
  const nothing = new Set();
  const before = wouldOf(play, play.all, nothing);
  const after = wouldOf(play, kept, new Set(scenario.ignored));
  if (formation && before && after) {
    rows.push({ kind: "none", id: "", mask: 0, before: before.none, after: after.none });
    const masks = [...likeliest(before, formation, TOLD), ...likeliest(after, formation, TOLD)];
    for (const mask of new Set(masks)) {
      rows.push({ kind: "government", id: "", mask, before: before.of(mask), after: after.of(mask) });
    }
  }
  for (const told of motions) {
    const { p } = motionFigures(play, told, motionIn(told, scenario), kept);
    rows.push({ kind: "motion", id: told.id, mask: 0, before: told.p_carried, after: p });
  }
  return rows;
}
