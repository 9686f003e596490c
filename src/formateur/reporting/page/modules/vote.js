// Where the lists stand on a motion and what majority it needs, in the page.

import { motionIn } from "./compare.js";
import { isMajority, motionFigures } from "./motion.js";
import { write } from "./panels.js";

/** @typedef {import("./play.js").Page} Page */

/**
 * @param {Page} page
 * @param {HTMLElement} panel
 */
export function startMotion(page, panel) {
  panel.addEventListener("change", (event) => {
    const id = panel.dataset.motion ?? "";
    const told = page.play.data.motions.find((one) => one.id === id);
    if (!told) return;
    const field = /** @type {HTMLSelectElement} */ (event.target);
    const list = field.dataset.list;
    const before = page.scenario.motions[id] ?? { positions: {} };
    const { [list ?? ""]: _, ...others } = before.positions;
    const stance = /** @type {import("./motion.js").Stance} */ (field.value);
    const same = stance === (told.positions[list ?? ""] ?? "unknown");
    const positions = list && !same ? { ...others, [list]: stance } : others;
    const majority = list ? before.majority : majorityIn(panel, told.majority);
    const changed = { ...(majority ? { majority } : {}), positions };
    page.change({ motions: { ...page.scenario.motions, [id]: changed } });
  });
}

/**
 * The majority that is chosen; empty where it is the document's or none.
 * @param {HTMLElement} panel
 * @param {string} told
 */
function majorityIn(panel, told) {
  const chosen = /** @type {HTMLSelectElement} */ (panel.querySelector("[name=majority]")).value;
  const number = /** @type {HTMLInputElement} */ (panel.querySelector("[name=number]"));
  const majority = chosen === "seats" ? number.value : chosen;
  return isMajority(majority) && majority !== told ? majority : "";
}

/** @param {Page} page */
export function showMotions(page) {
  for (const panel of page.panels("motion")) {
    const told = page.play.data.motions.find((one) => one.id === panel.dataset.motion);
    if (told) showMotion(page, panel, told);
  }
}

/**
 * @param {Page} page
 * @param {HTMLElement} panel
 * @param {import("./motion.js").MotionData} told
 */
function showMotion(page, panel, told) {
  const { play, speech, kept } = page;
  const motion = motionIn(told, page.scenario);
  for (const field of panel.querySelectorAll("select")) {
    const list = field.dataset.list;
    if (list) field.value = motion.positions[list] ?? "unknown";
  }
  showMajority(panel, motion.majority);
  for (const name of ["needed", "carried", "undeclared"]) write(panel, name, "");
  if (!kept) return;
  const { p, ifOppose, ifSupport, needed } = motionFigures(play, told, motion, kept);
  const carried = speech.say("carried", { dots: speech.ofFifty(p) });
  const key = needed === null ? "plain" : "needed";
  write(panel, "needed", speech.say(key, { count: needed ?? 0 }));
  write(panel, "carried", carried);
  const values = { oppose: speech.ofFifty(ifOppose), support: speech.ofFifty(ifSupport) };
  if (ifOppose !== ifSupport) write(panel, "undeclared", speech.say("undeclared", values));
  if (page.scenario.motions[told.id]) page.live.tell(carried);
}

/**
 * @param {HTMLElement} panel
 * @param {string} majority
 */
function showMajority(panel, majority) {
  const choice = /** @type {HTMLSelectElement | null} */ (panel.querySelector("[name=majority]"));
  const part = /** @type {HTMLElement | null} */ (panel.querySelector('[data-part="number"]'));
  if (!choice || !part) return;
  const listed = [...choice.options].some((one) => one.value === majority);
  choice.value = listed ? majority : "seats";
  part.hidden = listed;
  if (!listed) {
    /** @type {HTMLInputElement} */ (part.querySelector("input")).value = majority;
  }
}
