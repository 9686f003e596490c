// A scenario: all that a reader has changed. It lives in the address, so that a link reproduces it,
// and in a history, so that it can be undone.

import { known } from "./condition.js";
import { STANCES, isMajority } from "./motion.js";

/** @typedef {import("./draws.js").Play} Play */
/** @typedef {import("./condition.js").Condition} Condition */

/**
 * @typedef {object} Scenario
 * @property {string[]} coalition lists that are pressed
 * @property {Condition[]} conditions
 * @property {string[]} ignored ids of statements
 * @property {Record<string, MotionChange>} motions what differs from the document, by motion
 */

/** @typedef {{majority?: string, positions: Record<string, import("./motion.js").Stance>}} MotionChange */

/** @type {Scenario} */
export const UNCHANGED = Object.freeze({ coalition: [], conditions: [], ignored: [], motions: {} });

/** Marks the fragment of an address as a scenario, and its version. */
const MARK = "play";
const VERSION = "1";

/**
 * How many things are changed; a coalition that is looked at changes nothing.
 * @param {Scenario} scenario
 */
export function changesIn({ conditions, ignored, motions }) {
  const ofMotions = Object.values(motions).map(
    (one) => Object.keys(one.positions).length + (one.majority ? 1 : 0),
  );
  return conditions.length + ignored.length + ofMotions.reduce((sum, one) => sum + one, 0);
}

/**
 * Write a scenario as the fragment of an address, without its `#`; empty for none.
 * @param {Scenario} scenario
 */
export function toFragment({ coalition, conditions, ignored, motions }) {
  const fields = new URLSearchParams();
  if (coalition.length) fields.append("with", coalition.join(" "));
  for (const { kind, of, value } of conditions) {
    fields.append("if", [kind, of, ...(value === undefined ? [] : [value])].join(":"));
  }
  if (ignored.length) fields.append("ignore", ignored.join(" "));
  for (const [id, { majority = "", positions }] of Object.entries(motions)) {
    const stances = Object.entries(positions).map((one) => one.join(":"));
    if (majority || stances.length) fields.append("motion", [id, majority, ...stances].join(" "));
  }
  const text = fields.toString();
  return text ? `${MARK}=${VERSION}&${text}` : "";
}

/**
 * Whether a fragment is a scenario, of whatever version.
 * @param {string} fragment
 */
export function isScenario(fragment) {
  return new URLSearchParams(fragment.replace(/^#/, "")).has(MARK);
}

/**
 * Read a scenario from the fragment of an address. What is not known here (a list of another
 * election, say) is left out and counted.
 * @param {Play} play
 * @param {string} fragment with or without `#`
 * @returns {{scenario: Scenario, unknown: number}}
 */
export function fromFragment(play, fragment) {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  if (!isScenario(fragment)) return { scenario: UNCHANGED, unknown: 0 };
  if (fields.get(MARK) !== VERSION) return { scenario: UNCHANGED, unknown: 1 };
  let unknown = 0;
  const only = (/** @type {string[]} */ ids, /** @type {(id: string) => boolean} */ fits) => {
    const kept = [...new Set(ids)].filter(fits);
    unknown += new Set(ids).size - kept.length;
    return kept;
  };
  const said = new Set(statementsOf(play));
  const conditions = fields.getAll("if").map(toCondition);
  const understood = conditions.filter((one) => known(play, one));
  unknown += conditions.length - understood.length;
  /** @type {Record<string, MotionChange>} */
  const motions = {};
  for (const text of fields.getAll("motion")) {
    const [id, majority, ...stances] = text.split(" ");
    if (!play.data.motions.some((one) => one.id === id)) {
      unknown += 1;
      continue;
    }
    const pairs = stances.map((one) => one.split(":"));
    const taken = pairs.filter(([list, stance]) => play.places.has(list) && STANCES.includes(stance));
    const fits = majority === "" || isMajority(majority);
    unknown += pairs.length - taken.length + (fits ? 0 : 1);
    motions[id] = {
      ...(majority && fits ? { majority } : {}),
      positions: Object.fromEntries(taken),
    };
  }
  const scenario = {
    coalition: only(wordsIn(fields.get("with")), (id) => play.places.has(id)),
    conditions: understood,
    ignored: only(wordsIn(fields.get("ignore")), (id) => said.has(id)),
    motions,
  };
  return { scenario, unknown };
}

/**
 * Ids of the statements that can be ignored.
 * @param {Play} play
 */
export function statementsOf(play) {
  const words = play.data.formation?.words ?? [];
  return [...play.data.statements.map((one) => one.id), ...words.map((one) => one.statement)];
}

/** @param {string | null} text */
const wordsIn = (text) => (text ?? "").split(" ").filter(Boolean);

/**
 * @param {string} text
 * @returns {Condition}
 */
function toCondition(text) {
  const [kind, of = "", value] = text.split(":");
  return value === undefined ? { kind, of } : { kind, of, value: Number(value) };
}

/** What came before and after, for undoing. */
export class Past {
  /** @param {Scenario} scenario */
  constructor(scenario) {
    /** @type {Scenario[]} */
    this.before = [];
    /** @type {Scenario[]} */
    this.after = [];
    this.now = scenario;
  }

  /** @param {Scenario} scenario */
  change(scenario) {
    this.before.push(this.now);
    this.after = [];
    this.now = scenario;
  }

  undo() {
    const last = this.before.pop();
    if (last) {
      this.after.push(this.now);
      this.now = last;
    }
  }

  redo() {
    const next = this.after.pop();
    if (next) {
      this.before.push(this.now);
      this.now = next;
    }
  }
}
