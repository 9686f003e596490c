// Brings the controls of the page to life. The markup is that of `templates/play.html.jinja`,
// described in docs/reference/play.md; a part that a page leaves out is left out here too.

import { showCoalition, showWould, startCoalition } from "./build.js";
import { draws } from "./compare.js";
import { openPlay } from "./draws.js";
import { wouldOf } from "./formation.js";
import { Live } from "./live.js";
import { showComparison, showReview, startReview } from "./review.js";
import { Past, fromFragment, isScenario, toFragment } from "./scenario.js";
import { Speech } from "./speech.js";
import { showConditions, startConditions } from "./suppose.js";
import { showMotions, startMotion } from "./vote.js";

/** @typedef {import("./scenario.js").Scenario} Scenario */

/** Milliseconds after which the formation model is run, if nobody has asked for it before. */
const WARM = 100;

/** The page with the scenario that it shows. */
export class Page {
  /**
   * @param {import("./draws.js").Play} play
   * @param {Speech} speech
   */
  constructor(play, speech) {
    this.play = play;
    this.speech = speech;
    this.past = new Past(fromFragment(play, "").scenario);
    this.unknown = 0; // parts of the link that are not known here
    this.live = new Live(document.querySelector('[data-out="live"]'));
    this.later = 0;
    /** @type {Int32Array | null} */
    this.kept = play.all; // null where too few draws are left
  }

  get scenario() {
    return this.past.now;
  }

  /** @param {string} name */
  panels(name) {
    return /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`[data-play="${name}"]`)]);
  }

  /** Bring the controls to life. */
  start() {
    for (const panel of this.panels("suppose")) startConditions(this, panel);
    for (const panel of this.panels("coalition")) startCoalition(this, panel);
    for (const panel of this.panels("motion")) startMotion(this, panel);
    for (const panel of this.panels("scenario")) startReview(this, panel);
    for (const panel of document.querySelectorAll("[data-play]")) panel.removeAttribute("hidden");
    window.addEventListener("hashchange", () => {
      if (isScenario(location.hash)) this.read(); // other fragments lead to places of the page
    });
    this.read();
    window.setTimeout(() => wouldOf(this.play, this.play.all, new Set()), WARM); // for the first press
  }

  /** Take the scenario from the address. */
  read() {
    const { scenario, unknown } = fromFragment(this.play, location.hash);
    if (!unknown && toFragment(scenario) === toFragment(this.scenario)) return this.show(false);
    this.past = new Past(scenario);
    this.unknown = unknown;
    return this.show(false);
  }

  /**
   * Change the scenario, the address and the page.
   * @param {Partial<Scenario>} change
   */
  change(change) {
    this.past.change({ ...this.scenario, ...change });
    this.unknown = 0;
    this.show();
  }

  /** @param {boolean} [write] whether the address is to be written */
  show(write = true) {
    const fragment = toFragment(this.scenario);
    const address = location.pathname + location.search + (fragment ? `#${fragment}` : "");
    if (write && (fragment || isScenario(location.hash))) history.replaceState(null, "", address);
    const { kept, enough } = draws(this.play, this.scenario);
    this.kept = enough ? kept : null;
    showConditions(this, kept);
    showCoalition(this);
    showMotions(this);
    showReview(this);
    clearTimeout(this.later);
    this.later = window.setTimeout(() => this.showLater(), 0);
  }

  /** What takes longer: who would govern, and the comparison. */
  showLater() {
    showWould(this);
    showComparison(this);
    document.documentElement.dataset.played = toFragment(this.scenario) || "unchanged";
  }
}

/**
 * Read what Python left in the page.
 * @param {string} id
 */
function block(id) {
  const found = document.getElementById(id);
  return found ? JSON.parse(found.textContent ?? "") : null;
}

const data = block("play-data");
const messages = block("play-messages");
if (data && messages) new Page(openPlay(data), new Speech(messages)).start();
