// "Suppose ...": conditions on the simulated elections, in the page.

import { KINDS, LEAST, known, useful } from "./condition.js";
import { fill, line, outlet, write } from "./panels.js";

/** @typedef {import("./play.js").Page} Page */

/**
 * @param {Page} page
 * @param {Int32Array} kept
 */
export function showConditions(page, kept) {
  const { speech, play } = page;
  const { conditions } = page.scenario;
  const values = { kept: kept.length, all: play.all.length, least: LEAST };
  const key = kept === play.all ? "all_count" : page.kept ? "kept" : "too_few";
  for (const panel of page.panels("suppose")) {
    write(panel, "kept", speech.say(key, values));
    const items = conditions.map((one, k) => {
      const what = speech.condition(one);
      return line(what, speech.say("remove", { what }), String(k), () =>
        page.change({ conditions: conditions.filter((other) => other !== one) }),
      );
    });
    fill(outlet(panel, "conditions"), items, panel.querySelector("select"));
  }
  if (conditions.length) page.live.tell(speech.say(key, values));
}

/**
 * @param {Page} page
 * @param {HTMLElement} panel
 */
export function startConditions(page, panel) {
  const form = /** @type {HTMLFormElement} */ (panel.querySelector("form"));
  const field = (/** @type {string} */ name) =>
    /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));
  const share = /** @type {HTMLElement} */ (form.querySelector('[data-part="share"]'));
  const fit = () => {
    const of = field("of").value;
    const fits = KINDS.filter((kind) => useful(page.play, { kind, of, value: 0 }));
    for (const option of field("kind").options) option.disabled = !fits.includes(option.value);
    if (!fits.includes(field("kind").value)) field("kind").value = fits[0] ?? "";
    share.hidden = !["above", "below"].includes(field("kind").value);
  };
  form.addEventListener("change", fit);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [of, kind, value] = ["of", "kind", "value"].map((name) => field(name).value);
    const condition = share.hidden ? { kind, of } : { kind, of, value: Number(value) };
    const same = JSON.stringify(condition);
    const before = page.scenario.conditions;
    if (!known(page.play, condition)) return;
    if (before.some((one) => JSON.stringify(one) === same)) return;
    page.change({ conditions: [...before, condition] });
  });
  fit();
}
