// Would a motion have its majority? The same arithmetic as Python's `motions`, but exact where that
// throws coins: an undeclared list votes yes or no as a whole, each in half of the cases; a split
// one gives yes any number of its seats, all equally likely.

import { anchored } from "./draws.js";

/** @typedef {import("./draws.js").Play} Play */
/** @typedef {"support" | "oppose" | "split" | "unknown"} Stance */
/** @typedef {{id: string, majority: string, positions: Record<string, Stance>, p_carried: number,
 *   p_if_oppose: number, p_if_support: number}} MotionData */
/** @typedef {{majority: string, positions: Record<string, Stance>}} Motion */

export const STANCES = ["support", "oppose", "split", "unknown"];

/** Sums over lists and seats that one answer may take; more are worked out over fewer draws. */
const MOST_SUMS = 1_000_000;

/**
 * Whether a text names a majority: plain, absolute, a fraction of the house, or seats.
 * @param {string} text
 */
export function isMajority(text) {
  const fraction = /^(\d+)\/(\d+)$/.exec(text);
  if (fraction) return Number(fraction[1]) > 0 && Number(fraction[1]) <= Number(fraction[2]);
  return ["plain", "absolute"].includes(text) || (/^\d+$/.test(text) && Number(text) > 0);
}

/**
 * Seats that must vote yes; `null` for a plain majority of those voting.
 * @param {string} majority
 * @param {number} house
 */
export function seatsNeeded(majority, house) {
  if (majority === "plain") return null;
  if (majority === "absolute") return Math.floor(house / 2) + 1;
  const [upper, lower] = majority.split("/").map(Number);
  return lower ? Math.ceil((upper * house) / lower) : upper;
}

/**
 * Chance that a motion is carried, over some draws.
 * @param {Play} play
 * @param {Motion} motion
 * @param {Int32Array} kept
 * @param {Partial<Record<Stance, Stance>>} [instead] stances that are taken for others
 */
export function carried(play, motion, kept, instead = {}) {
  const stance = play.ids.map((id) => {
    const own = motion.positions[id] ?? "unknown";
    return instead[own] ?? own;
  });
  const open = stance.filter((one) => one === "split" || one === "unknown").length;
  const most = Math.max(200, Math.floor(MOST_SUMS / (open * play.data.house + 1)));
  const looked = kept.length > most ? kept.subarray(0, most) : kept;
  const needed = seatsNeeded(motion.majority, play.data.house);
  const seats = new Int32Array(play.seats.length);
  let sum = 0;
  for (const draw of looked) {
    let total = 0;
    for (let list = 0; list < seats.length; list += 1) {
      seats[list] = play.seats[list][draw];
      total += seats[list];
    }
    sum += chanceOf(seats, stance, needed ?? Math.floor(total / 2) + 1, total);
  }
  return sum / looked.length;
}

/**
 * Chance of so many yes votes in one house.
 * @param {Int32Array} seats
 * @param {string[]} stance
 * @param {number} needed
 * @param {number} total
 */
function chanceOf(seats, stance, needed, total) {
  let chances = new Float64Array(total + 1); // of so many yes votes from the lists that are open
  chances[0] = 1;
  let top = 0;
  let sure = 0;
  for (let list = 0; list < seats.length; list += 1) {
    const held = seats[list];
    if (stance[list] === "support") sure += held;
    if (held === 0 || stance[list] === "support" || stance[list] === "oppose") continue;
    chances = stance[list] === "split" ? spread(chances, top, held) : thrown(chances, top, held);
    top += held;
  }
  let chance = 0;
  for (let yes = Math.max(needed - sure, 0); yes <= top; yes += 1) chance += chances[yes];
  return Math.min(chance, 1);
}

/**
 * @param {Float64Array} chances
 * @param {number} top
 * @param {number} held
 */
function thrown(chances, top, held) {
  for (let yes = top + held; yes >= 0; yes -= 1) {
    const without = yes <= top ? chances[yes] : 0;
    chances[yes] = (without + (yes >= held ? chances[yes - held] : 0)) / 2;
  }
  return chances;
}

/**
 * @param {Float64Array} chances
 * @param {number} top
 * @param {number} held
 */
function spread(chances, top, held) {
  const made = new Float64Array(chances.length);
  let window = 0;
  for (let yes = 0; yes <= top + held; yes += 1) {
    if (yes <= top) window += chances[yes];
    if (yes > held) window -= chances[yes - held - 1];
    made[yes] = window / (held + 1);
  }
  return made;
}

/** @type {WeakMap<MotionData, Record<string, number>>} */
const bases = new WeakMap();

/**
 * The chance of the motion as it is told, before anything is changed.
 * @param {Play} play
 * @param {MotionData} told
 * @param {Partial<Record<Stance, Stance>>} instead
 */
function baseOf(play, told, instead) {
  const known = bases.get(told) ?? {};
  const key = instead.unknown ?? "";
  known[key] ??= carried(play, told, play.all, instead);
  bases.set(told, known);
  return known[key];
}

/**
 * What comes of a motion.
 * @typedef {{p: number, ifOppose: number, ifSupport: number, needed: number | null}} MotionFigures
 */

/** @type {WeakMap<MotionData, {kept: Int32Array, key: string, figures: MotionFigures}>} */
const lastMotions = new WeakMap();

/**
 * What comes of a motion as changed: the document's figure, moved by what was changed. Also with all
 * undeclared lists voting alike. The last answer is kept, as other parts of the page change.
 * @param {Play} play
 * @param {MotionData} told
 * @param {Motion} motion
 * @param {Int32Array} kept
 * @returns {MotionFigures}
 */
export function motionFigures(play, told, motion, kept) {
  const key = JSON.stringify([motion.majority, motion.positions]);
  const last = lastMotions.get(told);
  if (last && last.kept === kept && last.key === key) return last.figures;
  /**
   * @param {number} said the document's figure
   * @param {Partial<Record<Stance, Stance>>} instead
   */
  const moved = (said, instead) =>
    anchored(carried(play, motion, kept, instead), baseOf(play, told, instead), said);
  const figures = {
    p: moved(told.p_carried, {}),
    ifOppose: moved(told.p_if_oppose, { unknown: "oppose" }),
    ifSupport: moved(told.p_if_support, { unknown: "support" }),
    needed: seatsNeeded(motion.majority, play.data.house),
  };
  lastMotions.set(told, { kept, key, figures });
  return figures;
}
