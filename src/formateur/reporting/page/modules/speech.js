// What is said to the reader, in the reader's language: sentences come translated from Python
// (`reporting/page/play/messages.py`), numbers and lists are written by the browser's `Intl`.

import { DOTS, wholeNumber } from "./draws.js";

/**
 * @typedef {object} Messages
 * @property {string} language
 * @property {string} locale for `Intl`
 * @property {string} direction
 * @property {Record<string, string | Record<string, string>>} sentences by plural form where counted
 * @property {Record<string, Record<string, string>>} names by kind and id
 */

const FIRST_STRONG = "\u2068";
const LEFT_TO_RIGHT = "\u2066";
const POP = "\u2069";

export class Speech {
  /** @param {Messages} messages */
  constructor(messages) {
    this.messages = messages;
    this.numbers = new Intl.NumberFormat(messages.locale, { maximumFractionDigits: 2 });
    this.lists = new Intl.ListFormat(messages.locale);
    this.plurals = new Intl.PluralRules(messages.locale);
  }

  /**
   * Say a sentence; names in `values` are kept apart from the text around them where it runs from
   * right to left, numbers are written as the language does.
   * @param {string} key
   * @param {Record<string, string | number | string[]>} [values]
   */
  say(key, values = {}) {
    const found = this.messages.sentences[key];
    const form = typeof found === "object" ? this.plurals.select(Number(values.count)) : "";
    const text = typeof found === "object" ? (found[form] ?? found.other) : found;
    return text.replace(/\{(\w+)\}/g, (_, name) => this.put(values[name]));
  }

  /** @param {string | number | string[]} value */
  put(value) {
    if (typeof value === "number") return this.numbers.format(value);
    if (typeof value === "string") return value;
    return this.lists.format(value.map((one) => this.isolated(one)));
  }

  /** @param {string} text */
  isolated(text) {
    return this.messages.direction === "rtl" ? FIRST_STRONG + text + POP : text;
  }

  /**
   * @param {string} kind
   * @param {string} id
   */
  name(kind, id) {
    return this.isolated(this.messages.names[kind]?.[id] ?? id);
  }

  /**
   * A range, left to right in all languages.
   * @param {number} low
   * @param {number} high
   */
  range(low, high) {
    if (low === high) return this.put(low);
    const text = `${this.put(low)}–${this.put(high)}`;
    return this.messages.direction === "rtl" ? LEFT_TO_RIGHT + text + POP : text;
  }

  /** @param {number} percent */
  percent(percent) {
    const text = `${this.put(percent)}\u00a0%`;
    return this.messages.direction === "rtl" ? LEFT_TO_RIGHT + text + POP : text;
  }

  /**
   * A chance as a count of 50; never 0 or 50 unless it is certain.
   * @param {number} p
   */
  ofFifty(p) {
    const dots = wholeNumber(DOTS * p);
    if (dots === 0 && p > 0) return this.say("fewer");
    if (dots === DOTS && p < 1) return this.say("more");
    return this.say("dots", { dots });
  }

  /**
   * A condition in words.
   * @param {import("./condition.js").Condition} condition
   */
  condition({ kind, of, value = 0 }) {
    const known = this.messages.names.lists[of] !== undefined;
    return this.say(kind, {
      name: this.name(known ? "lists" : "blocs", of),
      share: this.percent(value),
    });
  }
}
