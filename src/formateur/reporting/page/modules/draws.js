// The draws of a forecast in the browser: reading, sums, quantiles, 50 countable dots. Nothing here
// touches the page.

/**
 * Whole numbers as text, as `reporting/page/play/packing.py` writes them.
 * @typedef {{low: number, digits: number, text: string}} Packed
 */

/**
 * What Python gives: see `reporting/page/play/schema.py`.
 * @typedef {object} PlayData
 * @property {string} schema
 * @property {number} draws
 * @property {number} of
 * @property {number} house
 * @property {number} majority
 * @property {Packed | null} majorities
 * @property {{id: string, seats: Packed, votes: Packed, passed: Packed | null, p_threshold: number,
 *   expected: number, usual_error: number | null}[]} lists
 * @property {{id: string, lists: string[], expected: number, usual_error: number | null}[]} blocs
 * @property {{lists: string[], p: Packed, q50: Packed, below: Packed, above: Packed}} coalitions
 * @property {import("./coalition.js").Clause[]} statements
 * @property {import("./motion.js").MotionData[]} motions
 * @property {import("./formation.js").FormationData | null} formation
 */

/**
 * The draws, ready to be counted. Columns are by list, in the order of `ids`.
 * @typedef {object} Play
 * @property {PlayData} data
 * @property {string[]} ids
 * @property {Map<string, number>} places
 * @property {Int32Array[]} seats
 * @property {Int32Array[]} votes hundredths of a percent
 * @property {(Int32Array | null)[]} passed
 * @property {Int32Array} majorities seats of a majority, by draw
 * @property {Int32Array} all every draw
 */

export const SCHEMA = "formateur/play/1";
export const DOTS = 50;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Uint8Array(128);
for (let k = 0; k < ALPHABET.length; k += 1) VALUES[ALPHABET.charCodeAt(k)] = k;

/**
 * @param {Packed} packed
 * @returns {Int32Array}
 */
export function unpack({ low, digits, text }) {
  const count = text.length / digits;
  const numbers = new Int32Array(count);
  for (let plane = 0; plane < digits; plane += 1) {
    const start = plane * count;
    for (let k = 0; k < count; k += 1) {
      numbers[k] = numbers[k] * 64 + VALUES[text.charCodeAt(start + k)];
    }
  }
  for (let k = 0; k < count; k += 1) numbers[k] += low;
  return numbers;
}

/**
 * @param {PlayData} data
 * @returns {Play}
 */
export function openPlay(data) {
  if (data.schema !== SCHEMA) throw new Error(`${data.schema} is not ${SCHEMA}`);
  const ids = data.lists.map((one) => one.id);
  return {
    data,
    ids,
    places: new Map(ids.map((id, k) => [id, k])),
    seats: data.lists.map((one) => unpack(one.seats)),
    votes: data.lists.map((one) => unpack(one.votes)),
    passed: data.lists.map((one) => (one.passed ? unpack(one.passed) : null)),
    majorities: data.majorities
      ? unpack(data.majorities)
      : new Int32Array(data.draws).fill(data.majority),
    all: Int32Array.from({ length: data.draws }, (_, k) => k),
  };
}

/**
 * Sum the columns of some lists, by draw.
 * @param {Int32Array[]} columns
 * @param {number[]} lists places
 * @param {number} draws
 */
export function together(columns, lists, draws) {
  const sum = new Int32Array(draws);
  for (const list of lists) {
    const column = columns[list];
    for (let k = 0; k < draws; k += 1) sum[k] += column[k];
  }
  return sum;
}

/**
 * Count how often each number comes in the kept draws, smallest number first.
 * @param {Int32Array} numbers by draw
 * @param {Int32Array} kept
 * @returns {[number: number, count: number][]}
 */
export function countsOf(numbers, kept) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const draw of kept) counts.set(numbers[draw], (counts.get(numbers[draw]) ?? 0) + 1);
  return [...counts].sort((a, b) => a[0] - b[0]);
}

/**
 * The smallest number that at least this part of the draws does not exceed, as Python's documents
 * have it (numpy: inverted_cdf).
 * @param {[number, number][]} counts
 * @param {number} level 0 to 1
 */
export function quantile(counts, level) {
  const total = counts.reduce((sum, one) => sum + one[1], 0);
  const rank = Math.ceil(total * level - 1e-9);
  let reached = 0;
  for (const [number, count] of counts) {
    reached += count;
    if (reached >= rank) return number;
  }
  return NaN;
}

/**
 * Part of the kept draws in which something holds.
 * @param {Int32Array} kept
 * @param {(draw: number) => boolean} holds
 */
export function part(kept, holds) {
  let count = 0;
  for (const draw of kept) if (holds(draw)) count += 1;
  return count / kept.length;
}

/**
 * Round to a whole number, halves to the even one as Python does.
 * @param {number} number
 */
export function wholeNumber(number) {
  const low = Math.floor(number);
  const rest = number - low;
  if (Math.abs(rest - 0.5) < 1e-9) return low % 2 === 0 ? low : low + 1;
  return rest < 0.5 ? low : low + 1;
}

/**
 * Share dots out over numbers of seats so that as many stand at the majority or above as the chance
 * of a majority says: the picture can be counted and agrees with the sentence.
 * @param {[number, number][]} counts
 * @param {number} majority
 * @param {number} p chance of a majority
 * @returns {Map<number, number>} dots by number of seats
 */
export function fiftyDots(counts, majority, p) {
  const above = wholeNumber(DOTS * p);
  const dots = new Map();
  const parts = /** @type {const} */ ([
    [counts.filter(([number]) => number >= majority), above, majority],
    [counts.filter(([number]) => number < majority), DOTS - above, majority - 1],
  ]);
  for (const [some, share, edge] of parts) {
    const total = some.reduce((sum, one) => sum + one[1], 0);
    if (total === 0 && share > 0) dots.set(edge, share);
    let reached = 0;
    let counted = 0;
    for (const [number, count] of [...some].reverse()) {
      reached += count;
      const until = wholeNumber((share * reached) / total);
      if (until > counted) dots.set(number, until - counted);
      counted = until;
    }
  }
  return new Map([...dots].sort((a, b) => a[0] - b[0]));
}

/**
 * Move a figure of the document by as much as the draws in the page move: on the log-odds, so that
 * nothing moves where nothing was changed, and what is certain stays certain. The document rests on
 * more draws than the page has.
 * @param {number} changed the figure in the changed draws
 * @param {number} base the same in all draws of the page
 * @param {number} told the same in the document
 */
export function anchored(changed, base, told) {
  if (changed === base) return told;
  const certain = [changed, base, told].some((p) => p <= 0 || p >= 1);
  if (certain) return changed;
  const odds = (/** @type {number} */ p) => p / (1 - p);
  const moved = (odds(changed) * odds(told)) / odds(base);
  return moved / (1 + moved);
}
