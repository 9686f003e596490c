// What some lists could do together, and which statements stand in their way.

import { anchored, countsOf, part, quantile, together, unpack } from "./draws.js";

/** @typedef {import("./draws.js").Play} Play */

/**
 * A statement as a clause; see `PlayStatement` in `reporting/page/play/schema.py`.
 * @typedef {{id: string, by: string, demands: boolean, some: string[], every: string[],
 *   home: string, person: string}} Clause
 */

/**
 * Seats of some lists together.
 * @typedef {object} Figures
 * @property {number} p chance of a majority
 * @property {number} low 5 % quantile of the seats
 * @property {number} middle
 * @property {number} high
 * @property {[number, number][]} counts seats as over a house of the usual size, and how often
 */

/** @type {WeakMap<Play, Record<"p" | "q50" | "below" | "above", Int32Array>>} */
const tables = new WeakMap();

/** @param {Play} play */
function tableOf(play) {
  let table = tables.get(play);
  if (!table) {
    const { p, q50, below, above } = play.data.coalitions;
    table = { p: unpack(p), q50: unpack(q50), below: unpack(below), above: unpack(above) };
    tables.set(play, table);
  }
  return table;
}

/** Parts that `coalitions.p` is told in. */
const PARTS = 60_000;

/**
 * What the document says of some lists; `null` where its table does not hold them.
 * @param {Play} play
 * @param {string[]} members
 */
export function told(play, members) {
  const { lists } = play.data.coalitions;
  if (!members.length || !members.every((one) => lists.includes(one))) return null;
  const mask = members.reduce((sum, one) => sum + 2 ** lists.indexOf(one), 0);
  const { p, q50, below, above } = tableOf(play);
  const middle = q50[mask];
  return {
    p: p[mask] / PARTS,
    low: middle - below[mask],
    middle,
    high: middle + above[mask],
  };
}

/**
 * Count the seats of some lists over some draws.
 * @param {Play} play
 * @param {string[]} members
 * @param {Int32Array} kept
 * @returns {Figures}
 */
export function counted(play, members, kept) {
  const places = members.map((one) => /** @type {number} */ (play.places.get(one)));
  const held = together(play.seats, places, play.data.draws);
  const { majorities } = play;
  const seats = countsOf(held, kept);
  const over = play.data.majorities
    ? countsOf(held.map((one, draw) => one - majorities[draw] + play.data.majority), kept)
    : seats;
  return {
    p: part(kept, (draw) => held[draw] >= majorities[draw]),
    low: quantile(seats, 0.05),
    middle: quantile(seats, 0.5),
    high: quantile(seats, 0.95),
    counts: over,
  };
}

/**
 * What some lists could do: the document's figures for all draws, moved by what the kept ones say.
 * @param {Play} play
 * @param {string[]} members
 * @param {Int32Array} kept
 * @returns {Figures}
 */
export function figuresOf(play, members, kept) {
  const base = told(play, members);
  const figures = counted(play, members, kept);
  if (!base) return figures;
  if (kept === play.all) return { ...figures, ...base };
  return { ...figures, p: anchored(figures.p, counted(play, members, play.all).p, base.p) };
}

/**
 * The statements that a government of these lists would break, as Python's `government.blocks`.
 * `unless` is the id of a person: broken only by a government that this person heads.
 * @param {Clause[]} statements
 * @param {string[]} members
 * @param {ReadonlySet<string>} [ignored] ids of statements that are taken as not made
 * @returns {{id: string, unless: string}[]}
 */
export function standingInTheWay(statements, members, ignored = new Set()) {
  const inside = new Set(members);
  const said = statements.filter((one) => inside.has(one.by) && !ignored.has(one.id));
  const broken = said.filter((one) => holds(one, inside) !== one.demands);
  const demanding = said.filter((one) => one.demands && one.person);
  const demanded = new Set(demanding.map((one) => one.person));
  const hopeless = new Set(demanded.size > 1 ? demanded : []);
  for (const one of broken) {
    if (!one.demands && demanded.has(one.person)) hopeless.add(one.person);
  }
  const found = broken.map((one) => ({
    id: one.id,
    unless: one.demands || hopeless.has(one.person) ? "" : one.person,
  }));
  for (const one of demanding) {
    if (hopeless.has(one.person) && !broken.includes(one)) found.push({ id: one.id, unless: "" });
  }
  return found;
}

/**
 * @param {Clause} one
 * @param {Set<string>} inside
 */
function holds(one, inside) {
  const some = one.some.length === 0 || one.some.some((list) => inside.has(list));
  return some && one.every.every((list) => inside.has(list)) && (!one.home || inside.has(one.home));
}
