// Conditions: which of the simulated elections are looked at ("if X passes the threshold").

import { together } from "./draws.js";

/** @typedef {import("./draws.js").Play} Play */

/**
 * One condition. `of` is the id of a list, for `majority` and `error` also that of a bloc.
 *
 * - `passes`, `misses`: the list passes the threshold, or does not;
 * - `largest`: no list has more seats;
 * - `above`, `below`: its share of the votes, `value` percent;
 * - `majority`, `none`: the bloc has a majority of the house, or has not;
 * - `high`, `low`: all polls were wrong about it by the usual error, so that it gets more, or less.
 * @typedef {{kind: string, of: string, value?: number}} Condition
 */

export const KINDS = ["passes", "misses", "largest", "above", "below", "majority", "none", "high", "low"];

/** With fewer simulated elections than this nothing is said. */
export const LEAST = 50;

/** What counts as wrong by the usual error: so many usual errors from what was expected. */
export const WINDOW = [0.5, 1.5];

/**
 * Places of the lists that a list or bloc stands for; `null` when there is none of that id.
 * @param {Play} play
 * @param {string} id
 */
export function listsOf(play, id) {
  const place = play.places.get(id);
  if (place !== undefined) return [place];
  const bloc = play.data.blocs.find((one) => one.id === id);
  return bloc ? bloc.lists.map((one) => /** @type {number} */ (play.places.get(one))) : null;
}

/**
 * Whether a condition can be understood here.
 * @param {Play} play
 * @param {Condition} condition
 */
export function known(play, condition) {
  const { kind, of, value } = condition;
  if (!KINDS.includes(kind)) return false;
  if (["high", "low"].includes(kind)) return expectedOf(play, of)?.usual_error != null;
  if (["majority", "none"].includes(kind)) return listsOf(play, of) !== null;
  if (["above", "below"].includes(kind) && !(value !== undefined && value >= 0 && value <= 100)) {
    return false;
  }
  return play.places.has(of);
}

/**
 * Whether there is any use in supposing it alone: it is understood, it is not so in all draws, and it
 * leaves enough of them. Of a share that is yet to be typed only the first is asked.
 * @param {Play} play
 * @param {Condition} condition
 */
export function useful(play, condition) {
  if (!known(play, condition)) return false;
  if (["above", "below"].includes(condition.kind)) return true;
  const count = play.all.filter(test(play, condition)).length;
  return count >= LEAST && count < play.all.length;
}

/**
 * @param {Play} play
 * @param {string} id
 */
export function expectedOf(play, id) {
  const { lists, blocs } = play.data;
  return lists.find((one) => one.id === id) ?? blocs.find((one) => one.id === id);
}

/**
 * @param {Play} play
 * @param {Condition} condition
 * @returns {(draw: number) => boolean}
 */
function test(play, { kind, of, value = 0 }) {
  const lists = listsOf(play, of) ?? [];
  const [first] = lists;
  const { seats, votes, passed, majorities } = play;
  switch (kind) {
    case "passes":
    case "misses": {
      const certain = play.data.lists[first].p_threshold > 0.5;
      const column = passed[first];
      const wanted = kind === "passes";
      return (draw) => (column ? column[draw] === 1 : certain) === wanted;
    }
    case "largest":
      return (draw) => seats.every((column) => column[draw] <= seats[first][draw]);
    case "above":
      return (draw) => votes[first][draw] > 100 * value;
    case "below":
      return (draw) => votes[first][draw] < 100 * value;
    case "majority":
    case "none": {
      const held = together(seats, lists, play.data.draws);
      return (draw) => held[draw] >= majorities[draw] === (kind === "majority");
    }
    default:
      return wrongPolls(play, of, kind === "high");
  }
}

/**
 * Where all polls were wrong by about the usual error, in one direction.
 * @param {Play} play
 * @param {string} id
 * @param {boolean} more
 */
function wrongPolls(play, id, more) {
  const votes = together(play.votes, listsOf(play, id) ?? [], play.data.draws);
  const { expected, usual_error: error } = /** @type {{expected: number, usual_error: number}} */ (
    expectedOf(play, id)
  );
  const sign = more ? 1 : -1;
  return (/** @type {number} */ draw) => {
    const off = (sign * (votes[draw] / 100 - expected)) / error;
    return off >= WINDOW[0] && off <= WINDOW[1];
  };
}

/** @type {WeakMap<Play, {key: string, kept: Int32Array}>} */
const lastKept = new WeakMap();

/**
 * The draws in which all conditions hold, in order; for the same conditions the same array.
 * @param {Play} play
 * @param {Condition[]} conditions
 * @returns {Int32Array}
 */
export function keep(play, conditions) {
  if (conditions.length === 0) return play.all;
  const key = JSON.stringify(conditions);
  const last = lastKept.get(play);
  if (last?.key === key) return last.kept;
  const tests = conditions.map((one) => test(play, one));
  const found = play.all.filter((draw) => tests.every((holds) => holds(draw)));
  const kept = found.length === play.all.length ? play.all : found;
  lastKept.set(play, { key, kept });
  return kept;
}
