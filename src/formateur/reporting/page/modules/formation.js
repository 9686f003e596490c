// Who would govern: Python's formation model (`government.formation`) run again in the page, with
// the statements that a reader leaves in force. What the seats do not change comes from Python.

import { anchored } from "./draws.js";
import { Heads, makeFactors } from "./heads.js";
import { Ground } from "./house.js";

/** @typedef {import("./draws.js").Play} Play */
/** @typedef {import("./house.js").House} House */

/**
 * See `PlayFormation` in `reporting/page/play/schema.py`.
 * @typedef {object} FormationData
 * @property {{id: string, home: string, places: number[], place: number, position: number,
 *   share_before: number | null, outgoing_head: boolean, head: number, returned: number,
 *   share: number}[]} players
 * @property {import("./draws.js").Packed | null} fixed `null`: too many players to work it out here
 * @property {Record<string, number>} weights
 * @property {Record<string, number>} force
 * @property {import("./words.js").Word[]} words
 * @property {number} open
 * @property {number} p_none
 * @property {{mask: number, p: number}[]} chances
 */

/**
 * Chances by mask of the players, and of no government.
 * @typedef {{chances: Float64Array, none: number}} Outcome
 */

/** Coalitions times draws that one answer may weigh. */
const MOST_WEIGHED = 1 << 20;
const FEWEST_DRAWS = 128;
const MOST_RUN = 600;

/** As in Python's kernel: see there. */
const SMALL = 12;
const HOPELESS = 15;
const WORTH = 3e-4;
const MINUTE = 1e-3;

/** Stands for chances that are too small to be told. */
const SELDOM = 1e-4;

/** @type {WeakMap<Play, Ground>} */
const grounds = new WeakMap();

/**
 * @param {Play} play
 * @param {FormationData} formation
 */
function groundOf(play, formation) {
  const ground = grounds.get(play) ?? new Ground(play, formation);
  grounds.set(play, ground);
  return ground;
}

/**
 * Words, as factors on odds.
 * @param {Ground} ground
 * @param {ReadonlySet<string>} ignored
 */
function factorsOf(ground, ignored) {
  const key = [...ignored].sort().join(" ");
  if (ground.said?.key !== key) ground.said = { key, factors: makeFactors(ground, ignored) };
  return ground.said.factors;
}

/**
 * Run the model over some draws: the first of them, if there are more than one answer can weigh.
 * @param {Play} play
 * @param {FormationData} formation
 * @param {Int32Array} kept
 * @param {ReadonlySet<string>} [ignored] ids of statements that are taken as not made
 * @param {number} [most] draws at most
 * @returns {Outcome}
 */
export function runFormation(play, formation, kept, ignored = new Set(), most = drawsFor(formation)) {
  const ground = groundOf(play, formation);
  const factors = factorsOf(ground, ignored);
  const heads = new Heads(formation, factors);
  const looked = kept.subarray(0, most);
  const chances = new Float64Array(ground.masks);
  const roots = new Float64Array(ground.masks);
  let none = 0;
  for (const draw of looked) {
    const house = ground.houseOf(draw);
    heads.enter(house);
    none += runDraw(formation, house, heads, roots, chances);
  }
  none /= looked.length;
  const sum = chances.reduce((all, one) => all + one, 0);
  return { chances: chances.map((one) => (one / sum) * (1 - none)), none };
}

/** @param {FormationData} formation */
function drawsFor(formation) {
  const most = MOST_WEIGHED >> formation.players.length;
  return Math.min(Math.max(FEWEST_DRAWS, most), MOST_RUN);
}

/**
 * Add the chances of one draw; returns that of no government.
 * @param {FormationData} formation
 * @param {House} house
 * @param {Heads} heads
 * @param {Float64Array} roots scratch
 * @param {Float64Array} chances
 */
function runDraw({ weights, players, open }, house, heads, roots, chances) {
  const { full } = house;
  const { touched, dispraise, roots: said } = heads.factors;
  const size = full.length;
  let best = 0;
  for (let one = 1; one < size; one += 1) {
    roots[one] = house.roots[one] * said[full[one]];
    if (roots[one] > best) best = roots[one];
  }
  const small = best * Math.exp(-SMALL / 2);
  const hopeless = best * Math.exp(-HOPELESS);
  let openness = 0;
  let total = 0;
  let flat = 0;
  for (let one = 1; one < size; one += 1) {
    let root = roots[one] > hopeless ? roots[one] : 0;
    let unpraised = root * root * dispraise[full[one]];
    if (root > small && touched[full[one]]) {
      const moved = heads.weigh(one);
      root *= Math.sqrt(moved);
      if (moved < 1) unpraised *= moved;
    }
    openness += unpraised;
    roots[one] = root;
    flat += root;
    total += root * root;
  }
  const fails = failure(Math.log(openness), weights);
  const sure = ((1 - weights.surprise) / total) * (1 - fails);
  const other = (weights.surprise / flat) * (1 - fails);
  const all = players.every((one) => one.returned === 1);
  for (let one = 1; one < size; one += 1) {
    let chance = roots[one] * (sure * roots[one] + other);
    if (!all) chance *= stillAsked(house, heads, players, one, chance / (1 - fails));
    chances[full[one]] += chance;
  }
  const hung = 2 * Math.max(...house.held) <= house.house;
  const failing = hung ? fails : 0;
  return failing / Math.max(failing + (1 - failing) * Math.max(open, MINUTE), MINUTE);
}

/**
 * @param {number} openness
 * @param {Record<string, number>} weights
 */
function failure(openness, weights) {
  const beyond = openness - weights.usual;
  const clipped = Math.max(Math.min(beyond, weights.most_beyond), -weights.most_beyond);
  const odds = weights.failure_odds * Math.exp(-weights.slope * clipped);
  return odds / (1 + odds);
}

/**
 * What is left of a coalition's chance when heads that returned the task are weighed down.
 * @param {House} house
 * @param {Heads} heads
 * @param {FormationData["players"]} players
 * @param {number} one
 * @param {number} chance
 */
function stillAsked(house, heads, players, one, chance) {
  if (chance <= WORTH) {
    const most = house.held.findIndex((seats, k) => (one >> k) & 1 && seats === house.most[one]);
    return players[house.players[most]].returned;
  }
  heads.weigh(one);
  let left = 0;
  let sum = 0;
  house.players.forEach((player, k) => {
    sum += heads.into[k];
    left += heads.into[k] * players[player].returned;
  });
  return left / sum;
}

/**
 * Who would govern in the kept draws without some statements: the document's chances, moved.
 * @param {Play} play
 * @param {Int32Array} kept
 * @param {ReadonlySet<string>} ignored
 * @returns {{none: number, of: (mask: number) => number} | null} `null` where nothing was worked out
 */
export function wouldOf(play, kept, ignored) {
  const { formation } = play.data;
  if (!formation) return null;
  const told = new Map(formation.chances.map((one) => [one.mask, one.p]));
  const same = kept === play.all && ignored.size === 0;
  if (!formation.fixed) {
    return same ? { none: formation.p_none, of: (mask) => told.get(mask) ?? SELDOM } : null;
  }
  const base = unchangedOutcome(play, formation);
  const toldOf = (/** @type {number} */ mask) => told.get(mask) ?? base.chances[mask];
  if (same) return { none: formation.p_none, of: toldOf };
  const now = changedOutcome(play, formation, kept, ignored);
  return {
    none: anchored(now.none, base.none, formation.p_none),
    of: (mask) => anchored(now.chances[mask], base.chances[mask], toldOf(mask)),
  };
}

/** @type {WeakMap<Play, Outcome>} */
const unchanged = new WeakMap();

/**
 * @param {Play} play
 * @param {FormationData} formation
 */
function unchangedOutcome(play, formation) {
  const base = unchanged.get(play) ?? runFormation(play, formation, play.all);
  unchanged.set(play, base);
  return base;
}

/** @type {WeakMap<Play, {kept: Int32Array, key: string, outcome: Outcome}>} */
const changed = new WeakMap();

/**
 * The last outcome is kept: several parts of the page ask for it.
 * @param {Play} play
 * @param {FormationData} formation
 * @param {Int32Array} kept
 * @param {ReadonlySet<string>} ignored
 */
function changedOutcome(play, formation, kept, ignored) {
  const key = [...ignored].sort().join(" ");
  const last = changed.get(play);
  if (last && last.kept === kept && last.key === key) return last.outcome;
  const outcome = runFormation(play, formation, kept, ignored);
  changed.set(play, { kept, key, outcome });
  return outcome;
}

/**
 * The likeliest governments, by mask of the players.
 * @param {{of: (mask: number) => number}} would
 * @param {FormationData} formation
 * @param {number} count
 * @returns {number[]}
 */
export function likeliest(would, formation, count) {
  /** @type {{mask: number, p: number}[]} */
  const found = [];
  for (let mask = 1; mask < 1 << formation.players.length; mask += 1) {
    const p = would.of(mask);
    if (found.length === count && p <= found[count - 1].p) continue;
    const place = found.findIndex((one) => p > one.p);
    found.splice(place < 0 ? found.length : place, 0, { mask, p });
    found.length = Math.min(found.length, count);
  }
  return found.map((one) => one.mask);
}

/**
 * The mask of the players that stand on some lists; `null` where one of the lists has none.
 * @param {FormationData} formation
 * @param {string[]} members
 */
export function maskOfLists(formation, members) {
  let mask = 0;
  for (const member of members) {
    const own = formation.players.reduce(
      (sum, one, k) => (one.home === member ? sum | (1 << k) : sum),
      0,
    );
    if (own === 0) return null;
    mask |= own;
  }
  return mask;
}
