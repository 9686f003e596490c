// What words do to odds, and who of a coalition would head the government.

import { spoken } from "./words.js";

/** @typedef {import("./house.js").House} House */
/** @typedef {import("./formation.js").FormationData} FormationData */

/**
 * Words, as factors on odds.
 * @param {import("./house.js").Ground} ground
 * @param {ReadonlySet<string>} ignored
 */
export function makeFactors({ formation, masks }, ignored) {
  const words = formation.words.filter((one) => !ignored.has(one.statement));
  const share = formation.players.map((one) => one.share);
  const { coalitions, praise, heads } = spoken(words, share, formation.force);
  const touched = new Int32Array(masks); // members on whose head something was said
  heads.forEach((under, k) => {
    if (!under) return;
    for (let mask = 0; mask < masks; mask += 1) {
      if ((mask >> k) & 1 && under[mask] !== 0) touched[mask] |= 1 << k;
    }
  });
  return {
    roots: coalitions.map((value) => Math.exp(value / 2)),
    dispraise: praise.map((value) => Math.exp(-value)),
    heads: heads.map((under) => under?.map(Math.exp) ?? null),
    touched,
  };
}

/** @typedef {ReturnType<typeof makeFactors>} Factors */

/** The members of a coalition as its head, up to a factor, by place in the house. */
export class Heads {
  /**
   * @param {FormationData} formation
   * @param {Factors} factors
   */
  constructor(formation, factors) {
    const { weights, players } = formation;
    this.factors = factors;
    this.own = players.map((one) => Math.exp(one.head));
    this.member = Math.exp(weights.head_member);
    this.median = Math.exp(weights.head_median);
    this.share = weights.head_share;
    this.into = new Float64Array(players.length);
    /** @type {Map<number, Float64Array>} */
    this.shares = new Map();
  }

  /**
   * Factors of a share of so many seats, by seats of the coalition.
   * @param {number} seats
   * @param {number} house
   */
  sharesOf(seats, house) {
    let found = this.shares.get(seats);
    if (!found || found.length <= house) {
      found = Float64Array.from({ length: house + 1 }, (_, held) =>
        held < seats ? 0 : Math.exp((this.share * seats) / held),
      );
      this.shares.set(seats, found);
    }
    return found;
  }

  /** @param {House} house */
  enter(house) {
    this.house = house;
    this.at = house.players.map((player) => this.own[player] * (player === house.median ? this.median : 1));
    this.columns = house.held.map((seats) => this.sharesOf(seats, house.house));
    this.under = house.players.map((player) => this.factors.heads[player]);
  }

  /**
   * Fill `into` for one coalition, words included; return by what factor words change its odds.
   * @param {number} one
   */
  weigh(one) {
    const { into, member } = this;
    const { held, most, seats, full } = /** @type {House} */ (this.house);
    const at = /** @type {number[]} */ (this.at);
    const columns = /** @type {Float64Array[]} */ (this.columns);
    const under = /** @type {(Float64Array | null)[]} */ (this.under);
    let plain = 0;
    let moved = 0;
    for (let k = 0; k < held.length; k += 1) {
      into[k] = 0;
      if (!((one >> k) & 1)) continue;
      let odds = at[k] * columns[k][seats[one]];
      if (held[k] === most[one]) odds *= member;
      plain += odds;
      const said = under[k];
      if (said) odds *= said[full[one]];
      moved += odds;
      into[k] = odds;
    }
    return moved / plain;
  }
}
