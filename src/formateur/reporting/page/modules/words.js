// What was said about governing, as numbers on coalitions: Python's `government.formation.words`.

/**
 * @typedef {{statement: string, speaker: number, effect: string, others: number[], all_of: boolean,
 *   head: number | null, strength: number}} Word
 */

/** Words of one kind beyond so many in one coalition add nothing more. */
const MOST_OF_ONE_KIND = 3;

/** Effects that speak for a coalition. */
const PRAISE = ["promised", "preferred", "tolerated", "recommended_share"];

/** @param {number[]} players */
const maskOf = (players) => players.reduce((mask, one) => mask | (1 << one), 0);

/**
 * One effect of a word: on coalitions with or without the speaker, and with or without those that it
 * is about; `null`: with these, whoever speaks.
 * @typedef {{effect: string, speaks: boolean, there: boolean | null}} Hit
 */

/**
 * Which effects a word has, and on which coalitions.
 * @param {Word} word
 * @returns {Hit[]}
 */
function hits(word) {
  const both = { speaks: true, there: true };
  const apart = { speaks: true, there: false };
  const onHead = word.head !== null;
  switch (word.effect) {
    case "excludes":
      return [{ effect: onHead ? "excluded_head" : "excluded", ...both }];
    case "promises":
      if (onHead) return [{ effect: "promised", ...both }];
      return [{ effect: "promised", ...both }, { effect: "promise_left_out", ...apart }];
    case "requires":
      if (onHead) return [{ effect: "promised", ...both }];
      return [{ effect: "required_left_out", ...apart }];
    case "tolerates":
      return [{ effect: "tolerated", speaks: false, there: true }];
    case "recommends":
      if (onHead) return [{ effect: "recommended_share", speaks: true, there: null }];
      return [{ effect: "preferred", ...both }];
    default:
      return [{ effect: "preferred", ...both }];
  }
}

/**
 * The players that a word is about, and how many of them a coalition has to hold.
 * @param {Word} word
 */
function aboutOf(word) {
  const about = word.head === null ? maskOf(word.others) : 1 << word.head;
  return { own: 1 << word.speaker, about, all: word.head === null && word.all_of };
}

/**
 * Add the strength of a word to the coalitions that it hits.
 * @param {Float64Array} column
 * @param {Word} word
 * @param {Hit} hit
 * @param {number} strength
 */
function strike(column, word, hit, strength) {
  const { own, about, all } = aboutOf(word);
  for (let mask = 0; mask < column.length; mask += 1) {
    const held = mask & about;
    const there = all ? held === about : held !== 0;
    const speaks = (mask & own) !== 0;
    if (hit.there === null ? there : speaks === hit.speaks && there === hit.there) {
      column[mask] += strength;
    }
  }
}

/**
 * Add up what some words do to every coalition.
 * @param {Word[]} words
 * @param {number} masks
 * @param {(word: Word, effect: string) => number} weight
 * @param {Record<string, number>} force
 * @returns {{sum: Float64Array, praise: Float64Array}} log-odds by mask, and what of it is praise
 */
function addUp(words, masks, weight, force) {
  /** @type {Map<string, Float64Array>} */
  const effects = new Map();
  for (const word of words) {
    for (const hit of hits(word)) {
      const column = effects.get(hit.effect) ?? new Float64Array(masks);
      effects.set(hit.effect, column);
      strike(column, word, hit, weight(word, hit.effect));
    }
  }
  const sum = new Float64Array(masks);
  const praise = new Float64Array(masks);
  for (const [effect, column] of effects) {
    const praises = PRAISE.includes(effect);
    for (let mask = 0; mask < masks; mask += 1) {
      const value = Math.min(column[mask], MOST_OF_ONE_KIND) * force[effect];
      sum[mask] += value;
      if (praises) praise[mask] += value;
    }
  }
  return { sum, praise };
}

/**
 * Seats that are pledged against a cabinet without a majority, squared, by mask.
 * @param {Word[]} exclusions those that count whoever heads it, and under the head looked at
 * @param {number[]} share
 * @param {number} masks
 */
function opposed(exclusions, share, masks) {
  /** @type {Map<number, Float64Array>} */
  const bySpeaker = new Map();
  for (const word of exclusions) {
    const column = bySpeaker.get(word.speaker) ?? new Float64Array(masks);
    bySpeaker.set(word.speaker, column);
    const { own, about, all } = aboutOf(word);
    for (let mask = 0; mask < masks; mask += 1) {
      const there = all ? (mask & about) === about : (mask & about) !== 0;
      if (there && !(mask & own)) column[mask] = Math.max(column[mask], word.strength);
    }
  }
  const against = new Float64Array(masks);
  for (const [speaker, column] of bySpeaker) {
    for (let mask = 0; mask < masks; mask += 1) against[mask] += share[speaker] * column[mask];
  }
  for (let mask = 0; mask < masks; mask += 1) {
    let held = 0;
    for (let k = 0; k < share.length; k += 1) if ((mask >> k) & 1) held += share[k];
    against[mask] = held <= 0.5 ? Math.min(against[mask] / 0.5, 1) ** 2 : 0;
  }
  return against;
}

/**
 * What all words do together.
 * @param {Word[]} words
 * @param {number[]} share mean share of the seats, by player
 * @param {Record<string, number>} force
 * @returns {{coalitions: Float64Array, praise: Float64Array, heads: (Float64Array | null)[]}}
 *   log-odds by mask; the same under each head, where anything was said of it
 */
export function spoken(words, share, force) {
  const masks = 1 << share.length;
  const plain = words.filter((one) => one.head === null);
  const { sum, praise } = addUp(plain, masks, (word) => word.strength, force);
  const refusals = plain.filter((one) => one.effect === "excludes");
  const against = opposed(refusals, share, masks);
  for (let mask = 0; mask < masks; mask += 1) sum[mask] += force.opposed * against[mask];
  const heads = share.map((_, head) => {
    const own = words.filter((one) => one.head === head);
    if (own.length === 0) return null;
    const weight = (/** @type {Word} */ word, /** @type {string} */ effect) =>
      effect === "recommended_share" ? share[word.speaker] : word.strength;
    const under = addUp(own, masks, weight, force).sum;
    const refused = own.filter((one) => one.effect === "excludes");
    if (refused.length > 0) {
      const more = opposed([...refusals, ...refused], share, masks);
      for (let mask = 0; mask < masks; mask += 1) {
        under[mask] += force.opposed * (more[mask] - against[mask]);
      }
    }
    return under;
  });
  return { coalitions: sum, praise, heads };
}
