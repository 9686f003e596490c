// "Build a coalition": pressing parties, in the page.

import { figuresOf, standingInTheWay } from "./coalition.js";
import { drawDots } from "./dots.js";
import { fiftyDots } from "./draws.js";
import { maskOfLists, wouldOf } from "./formation.js";
import { element, fill, outlet, write } from "./panels.js";

/** @typedef {import("./play.js").Page} Page */

/**
 * @param {Page} page
 * @param {HTMLElement} panel
 */
export function startCoalition(page, panel) {
  panel.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button[data-list]");
    const id = button?.getAttribute("data-list");
    if (!id) return;
    const { coalition } = page.scenario;
    const inside = coalition.includes(id);
    const chosen = inside ? coalition.filter((one) => one !== id) : [...coalition, id];
    page.change({ coalition: page.play.ids.filter((one) => chosen.includes(one)) });
  });
}

/** @param {Page} page */
export function showCoalition(page) {
  const { coalition } = page.scenario;
  for (const panel of page.panels("coalition")) {
    for (const button of panel.querySelectorAll("button[data-list]")) {
      const pressed = coalition.includes(button.getAttribute("data-list") ?? "");
      button.setAttribute("aria-pressed", String(pressed));
    }
    for (const name of ["seats", "could", "against"]) write(panel, name, "");
    if (!coalition.length || !page.kept) write(panel, "would", "");
    outlet(panel, "dots")?.replaceChildren();
    if (coalition.length) tellCoalition(page, panel);
    else write(panel, "seats", page.speech.say("choose"));
    showStatements(page, panel);
  }
}

/**
 * @param {Page} page
 * @param {HTMLElement} panel
 */
function tellCoalition(page, panel) {
  const { play, speech, kept } = page;
  if (!kept) return;
  const { coalition } = page.scenario;
  const { majority } = play.data;
  const figures = figuresOf(play, coalition, kept);
  const lists = coalition.map((one) => speech.messages.names.lists[one]);
  const range = speech.range(figures.low, figures.high);
  const over = figures.middle - majority;
  const key = over > 0 ? "over" : over < 0 ? "short" : "just";
  const seats = speech.say("seats", { lists, count: figures.middle, range });
  const told = [
    speech.say("could", { dots: speech.ofFifty(figures.p) }),
    speech.say(key, { count: Math.abs(over), majority }),
  ].join(" ");
  write(panel, "seats", seats);
  write(panel, "could", told);
  drawCoalition(page, panel, figures);
  page.live.tell(`${seats} ${told}`);
}

/**
 * @param {Page} page
 * @param {HTMLElement} panel
 * @param {import("./coalition.js").Figures} figures
 */
function drawCoalition(page, panel, figures) {
  const { play, speech, kept } = page;
  const { majority } = play.data;
  const now = fiftyDots(figures.counts, majority, figures.p);
  const dots = speech.ofFifty(figures.p);
  const words = [speech.say("picture", { dots, majority, middle: figures.middle })];
  let before = null;
  if (kept !== play.all) {
    const base = figuresOf(play, page.scenario.coalition, play.all);
    before = fiftyDots(base.counts, majority, base.p);
    words.push(speech.say("picture_before", { dots: speech.ofFifty(base.p) }));
  }
  const picture = drawDots(now, before, majority, (number) => speech.put(number));
  outlet(panel, "dots")?.replaceChildren(
    picture,
    element("figcaption", {}, words.join(" ")),
  );
}

/**
 * @param {Page} page
 * @param {HTMLElement} panel
 */
function showStatements(page, panel) {
  const { play, speech } = page;
  const { coalition, ignored } = page.scenario;
  const found = standingInTheWay(play.data.statements, coalition);
  const left = standingInTheWay(play.data.statements, coalition, new Set(ignored));
  if (coalition.length) {
    const key = left.length ? "against" : "none_against";
    write(panel, "against", speech.say(key, { count: left.length }));
  }
  const standing = new Set([...left.map((one) => one.id), ...ignored]);
  const items = found.filter(({ id }) => standing.has(id)).map(({ id, unless }) => {
    const box = /** @type {HTMLInputElement} */ (
      element("input", { type: "checkbox", "data-key": id })
    );
    box.checked = ignored.includes(id);
    box.addEventListener("change", () => ignore(page, id, box.checked));
    const { statements, summaries } = speech.messages.names;
    const text = element("q", { lang: "en", dir: "auto" }, summaries[id] ?? id);
    const who = `${statements[id] ?? ""}: `;
    const label = element("label", {}, box, ` ${speech.say("ignore")}`);
    const when = unless ? `${speech.say("unless", { person: speech.name("persons", unless) })} ` : "";
    return element("li", {}, when, who, text, " ", label);
  });
  fill(outlet(panel, "statements"), items, panel.querySelector("button[aria-pressed=true]"));
}

/**
 * @param {Page} page
 * @param {string} id
 * @param {boolean} yes
 */
function ignore(page, id, yes) {
  const others = page.scenario.ignored.filter((one) => one !== id);
  page.change({ ignored: yes ? [...others, id] : others });
}

/** @param {Page} page */
export function showWould(page) {
  const { play, speech, kept } = page;
  const { coalition, ignored } = page.scenario;
  if (!coalition.length || !kept) return;
  const { formation } = play.data;
  const mask = formation && maskOfLists(formation, coalition);
  const would = wouldOf(play, kept, new Set(ignored));
  const text =
    would && mask !== null
      ? speech.say("would", { dots: speech.ofFifty(would.of(mask)) })
      : speech.say("would_unknown");
  for (const panel of page.panels("coalition")) write(panel, "would", text);
}
