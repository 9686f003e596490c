// One simulated house as the formation model sees it (Python: `government.formation.kernel`): what
// speaks for each coalition of the lists with seats, before anything that was said.

import { unpack } from "./draws.js";

/** @typedef {import("./draws.js").Play} Play */
/** @typedef {import("./formation.js").FormationData} FormationData */

const CENTRE = 5;

/**
 * A weighed house; arrays are by coalition of the players with seats.
 * @typedef {object} House
 * @property {number[]} players those with seats
 * @property {number[]} held their seats
 * @property {number} house
 * @property {number} median the player that holds the median seat from left to right
 * @property {Int32Array} full mask of all players
 * @property {Float32Array} roots square root of the odds, words apart
 * @property {Int16Array} seats
 * @property {Int16Array} most seats of the largest member
 */

/**
 * The seats of the players, by draw: a list that may split is divided as its places are, largest
 * remainders first.
 * @param {Play} play
 * @param {FormationData} formation
 */
export function seatsOfPlayers(play, formation) {
  return formation.players.map((one) => {
    const held = play.seats[/** @type {number} */ (play.places.get(one.home))];
    if (one.places.length === 0) return held;
    const all = one.places.reduce((sum, part) => sum + part, 0);
    return held.map((seats) => {
      const exact = one.places.map((part) => (seats * part) / all);
      const whole = exact.map((part) => Math.floor(part + 1e-9));
      const left = seats - whole.reduce((sum, part) => sum + part, 0);
      const gap = exact.map((part, k) => whole[k] - part);
      const own = gap[one.place];
      const before = gap.filter((rest, k) => rest < own || (rest === own && k < one.place));
      return whole[one.place] + (before.length < left ? 1 : 0);
    });
  });
}

/** What does not change from draw to draw. */
export class Ground {
  /**
   * @param {Play} play
   * @param {FormationData} formation
   */
  constructor(play, formation) {
    const { players } = formation;
    const fixed = /** @type {import("./draws.js").Packed} */ (formation.fixed);
    this.formation = formation;
    this.masks = 1 << players.length;
    this.fixed = Float64Array.from(unpack(fixed), (value) => value / 1000);
    this.seats = seatsOfPlayers(play, formation);
    this.houses = play.all.map((draw) => play.seats.reduce((sum, one) => sum + one[draw], 0));
    this.position = players.map((one) => one.position);
    const places = [...new Set(this.position)].sort((a, b) => a - b);
    this.rank = this.position.map((one) => places.indexOf(one));
    this.low = new Int32Array(this.masks);
    this.high = new Int32Array(this.masks);
    this.within = new Int32Array(this.masks);
    this.bits = new Int32Array(this.masks);
    for (let mask = 1; mask < this.masks; mask += 1) this.extend(mask);
    /** @type {Map<number, Int32Array>} */
    this.full = new Map();
    /** @type {Map<number, House>} */
    this.weighed = new Map();
    /** @type {{key: string, factors: import("./heads.js").Factors} | null} */
    this.said = null; // what was worked out last of words
  }

  /**
   * Fill what is known of a coalition from the positions of its members.
   * @param {number} mask
   */
  extend(mask) {
    const last = 31 - Math.clz32(mask);
    const before = mask ^ (1 << last);
    const rank = this.rank[last];
    this.bits[mask] = this.bits[before] + 1;
    this.low[mask] = before ? Math.min(this.low[before], rank) : rank;
    this.high[mask] = before ? Math.max(this.high[before], rank) : rank;
    for (let k = 0; k < this.rank.length; k += 1) {
      const between = this.rank[k] > this.low[mask] && this.rank[k] < this.high[mask];
      if (between && !((mask >> k) & 1)) this.within[mask] |= 1 << k;
    }
  }

  /**
   * The masks of all players, by coalition of those with seats.
   * @param {number[]} players
   */
  fullMasks(players) {
    const present = players.reduce((mask, one) => mask | (1 << one), 0);
    let full = this.full.get(present);
    if (!full) {
      full = new Int32Array(1 << players.length);
      for (let one = 1; one < full.length; one += 1) {
        const last = 31 - Math.clz32(one);
        full[one] = full[one ^ (1 << last)] | (1 << players[last]);
      }
      this.full.set(present, full);
    }
    return full;
  }

  /**
   * The house of a draw, weighed once and kept for the next answer.
   * @param {number} draw
   */
  houseOf(draw) {
    const known = this.weighed.get(draw);
    if (known) return known;
    if (this.weighed.size >= MOST_KEPT) this.weighed.clear();
    const house = weigh(this, draw);
    this.weighed.set(draw, house);
    return house;
  }
}

/** Weighed houses that are kept; one takes about 20 KB. */
const MOST_KEPT = 1000;

/**
 * What each player with seats adds to a coalition.
 * @param {Ground} ground
 * @param {number[]} players
 * @param {number[]} held
 * @param {number} house
 */
function ownTerms({ formation }, players, held, house) {
  const { weights } = formation;
  const order = [...held].sort((a, b) => b - a);
  const lead = (order[0] - (order[1] ?? 0)) / house;
  return players.map((k, at) => {
    const { outgoing_head: outgoing, share_before: before } = formation.players[k];
    const share = held[at] / house;
    const largest = held[at] === order[0] ? 1 : 0;
    let value = weights.log_share * Math.log(share / weights.small_share);
    value += weights.lead * largest * lead * 10;
    value += weights.head_largest * largest * Number(outgoing);
    if (before === null) return value;
    const gain = share - before;
    return value + weights.gain * gain + weights.head_gain * Number(outgoing) * Math.min(gain, 0) * 10;
  });
}

/**
 * Shares of the house up to a rank from the left, and from it to the right.
 * @param {Ground} ground
 * @param {number} draw
 * @param {number} house
 */
function sides({ seats, rank }, draw, house) {
  const upTo = new Float64Array(seats.length);
  seats.forEach((column, k) => {
    upTo[rank[k]] += column[draw] / house;
  });
  const total = upTo.reduce((sum, one) => sum + one, 0);
  const downTo = new Float64Array(seats.length);
  let reached = 0;
  for (let place = 0; place < seats.length; place += 1) {
    downTo[place] = total - reached;
    reached += upTo[place];
    upTo[place] = reached;
  }
  return { upTo, downTo };
}

/**
 * @param {Ground} ground
 * @param {number} draw
 */
function medianOf({ seats, rank }, draw) {
  const total = seats.reduce((sum, column) => sum + column[draw], 0);
  const order = seats.map((_, k) => k).sort((a, b) => rank[a] - rank[b] || a - b);
  let reached = 0;
  return order.find((k) => 2 * (reached += seats[k][draw]) >= total) ?? 0;
}

/**
 * Weigh every coalition of a house; each grows from a smaller one.
 * @param {Ground} ground
 * @param {number} draw
 * @returns {House}
 */
function weigh(ground, draw) {
  const { seats: columns, within, bits, low, high, position, fixed } = ground;
  const { weights } = ground.formation;
  const players = columns.map((_, k) => k).filter((k) => columns[k][draw] > 0);
  const held = players.map((k) => columns[k][draw]);
  const house = ground.houses[draw];
  const terms = ownTerms(ground, players, held, house);
  const { upTo, downTo } = sides(ground, draw, house);
  const full = ground.fullMasks(players);
  const present = full[full.length - 1];
  const roots = new Float32Array(full.length);
  const seats = new Int16Array(full.length);
  const most = new Int16Array(full.length);
  const least = new Int16Array(full.length).fill(32767);
  const own = new Float64Array(full.length);
  const leaning = new Float64Array(full.length);
  for (let k = 0; k < players.length; k += 1) {
    const bit = 1 << k;
    for (let without = 0; without < bit; without += 1) {
      const one = without | bit;
      const mask = full[one];
      const sum = seats[without] + held[k];
      seats[one] = sum;
      least[one] = held[k] < least[without] ? held[k] : least[without];
      most[one] = held[k] > most[without] ? held[k] : most[without];
      own[one] = own[without] + terms[k];
      leaning[one] = leaning[without] + held[k] * position[players[k]];
      let value = fixed[mask] + own[one] + weights.between * bits[within[mask] & present];
      if (2 * sum <= house) {
        const left = leaning[one] < CENTRE * sum;
        const side = left ? upTo[high[mask]] : downTo[low[mask]];
        value += weights.minority + weights.short * (0.5 - sum / house);
        value += weights.minority_members * (bits[mask] - 1);
        if (side < 0.5) value += weights.side_short * (0.5 - side);
      } else {
        value += weights.surplus * (sum / house - 0.5);
        if (2 * (sum - least[one]) <= house) value += weights.minimal;
        else if (bits[mask] > 1) value += weights.oversized;
      }
      roots[one] = Math.exp(value / 2);
    }
  }
  return { players, held, house, median: medianOf(ground, draw), full, roots, seats, most };
}
