// "Before and after": what was changed and what comes of it, undoing, and the link, in the page.

import { compare } from "./compare.js";
import { element, fill, line, outlet, write } from "./panels.js";
import { UNCHANGED, changesIn, toFragment } from "./scenario.js";

/** @typedef {import("./play.js").Page} Page */

/**
 * @param {Page} page
 * @param {HTMLElement} panel
 */
export function startReview(page, panel) {
  panel.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button[data-do]");
    switch (button?.getAttribute("data-do")) {
      case "undo":
        page.past.undo();
        page.show();
        break;
      case "redo":
        page.past.redo();
        page.show();
        break;
      case "reset":
        page.change(UNCHANGED);
        break;
      case "copy":
        copyLink(page);
        break;
      default:
        return;
    }
    const changes = outlet(panel, "changes")?.textContent;
    if (button?.getAttribute("data-do") !== "copy" && changes) page.live.tell(changes);
  });
}

/** @param {Page} page */
async function copyLink(page) {
  const link = new URL(location.href);
  link.hash = toFragment(page.scenario);
  try {
    await navigator.clipboard.writeText(link.href);
    page.live.tell(page.speech.say("copied"));
  } catch {
    page.live.tell(page.speech.say("not_copied")); // no leave to write, or no clipboard
  }
}

/** @param {Page} page */
export function showReview(page) {
  const { speech, scenario, past } = page;
  const count = changesIn(scenario);
  const told = [count ? speech.say("changes", { count }) : speech.say("unchanged")];
  if (page.unknown) told.push(speech.say("unknown_link", { count: page.unknown }));
  for (const panel of page.panels("scenario")) {
    write(panel, "changes", told.join(" "));
    enable(panel, "undo", past.before.length > 0);
    enable(panel, "redo", past.after.length > 0);
    enable(panel, "reset", toFragment(scenario) !== "");
    const items = scenario.ignored.map((id) => {
      const what = `${speech.name("statements", id)}: ${speech.name("summaries", id)}`;
      return line(`${speech.say("ignored")} ${what}`, speech.say("remove", { what }), id, () =>
        page.change({ ignored: scenario.ignored.filter((one) => one !== id) }),
      );
    });
    fill(outlet(panel, "ignored"), items, panel.querySelector("button:not([disabled])"));
  }
}

/**
 * @param {HTMLElement} panel
 * @param {string} action
 * @param {boolean} possible
 */
function enable(panel, action, possible) {
  const button = /** @type {HTMLButtonElement | null} */ (
    panel.querySelector(`[data-do="${action}"]`)
  );
  if (!button || button.disabled === !possible) return;
  const focused = document.activeElement === button;
  button.disabled = !possible;
  if (focused) /** @type {HTMLElement | null} */ (panel.querySelector("button:not([disabled])"))?.focus();
}

/**
 * Put the figures of the forecast and those of the scenario side by side.
 * @param {Page} page
 */
export function showComparison(page) {
  const { play, speech, scenario, kept } = page;
  const rows = kept && changesIn(scenario) ? compare(play, scenario, kept) : [];
  for (const panel of page.panels("scenario")) {
    const table = /** @type {HTMLTableElement | null} */ (outlet(panel, "compare"));
    if (!table) continue;
    table.hidden = rows.length === 0;
    const lines = rows.map((row) => {
      const cells = [row.before, row.after].map((p) => element("td", {}, speech.ofFifty(p)));
      return element("tr", {}, element("th", { scope: "row" }, nameOf(page, row)), ...cells);
    });
    table.tBodies[0].replaceChildren(...lines);
  }
}

/**
 * @param {Page} page
 * @param {import("./compare.js").Row} row
 */
function nameOf({ play, speech }, { kind, id, mask }) {
  if (kind === "bloc") return speech.say("majority", { name: speech.name("blocs", id) });
  if (kind === "motion") return speech.say("motion_carried", { name: speech.name("motions", id) });
  if (kind === "none") return speech.say("no_government");
  const players = play.data.formation?.players ?? [];
  const members = players.filter((_, k) => (mask >> k) & 1);
  const lists = members.map((one) => speech.messages.names.players[one.id] ?? one.id);
  return speech.say("governs", { lists });
}
