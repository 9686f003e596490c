// "Show me another": the picture of one parliament, drawn again for another simulated election.

import { write } from "./panels.js";

/** @typedef {import("./play.js").Page} Page */

/** The golden ratio: steps of it through the draws come back to none and stay far from each other. */
const STEP = 0.6180339887;

/** Gap between two wedges, radians. */
const GAP = 0.012;

/**
 * @param {Page} page
 * @param {HTMLElement} panel
 */
export function startParliament(page, panel) {
  let first = "";
  let shown = 0;
  panel.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest("button[data-do]");
    const svg = document.querySelector(`#${panel.dataset.picture} svg`);
    if (!svg || !button || !page.kept) return;
    first ||= svg.innerHTML;
    svg.innerHTML = first;
    shown = button.getAttribute("data-do") === "another" ? shown + 1 : 0;
    write(panel, "parliament", shown ? showDraw(page, svg, shown) : "");
    const back = /** @type {HTMLButtonElement | null} */ (panel.querySelector('[data-do="back"]'));
    if (back) back.disabled = !shown;
  });
}

/**
 * Draw another parliament and say who sits in it.
 * @param {Page} page
 * @param {Element} svg
 * @param {number} shown how many were shown before
 */
function showDraw(page, svg, shown) {
  const { play, speech } = page;
  const kept = /** @type {Int32Array} */ (page.kept);
  const draw = kept[Math.floor(((shown * STEP) % 1) * kept.length)];
  const benches = play.ids
    .map((id, k) => ({ id, seats: play.seats[k][draw] }))
    .filter((one) => one.seats > 0);
  const circles = [...svg.querySelectorAll("circle")];
  const house = benches.reduce((sum, one) => sum + one.seats, 0);
  if (circles.length >= house) seat(circles, benches);
  else part(svg, benches, house);
  for (const one of svg.querySelectorAll("text")) one.remove();
  const lists = benches.map((one) => `${speech.name("lists", one.id)} ${speech.put(one.seats)}`);
  const sentence = speech.say("parliament", { lists });
  const words = svg.querySelector("desc");
  if (words) words.textContent = sentence;
  page.live.tell(sentence);
  return sentence;
}

/** @param {string} id */
const colourOf = (id) => `var(--party-${id},var(--dot))`;

/**
 * Give the seats, which stand from left to right, to the lists; the rest belong to the key.
 * @param {SVGCircleElement[]} circles
 * @param {{id: string, seats: number}[]} benches
 */
function seat(circles, benches) {
  const owners = benches.flatMap(({ id, seats }) => Array(seats).fill(id));
  circles.forEach((circle, k) => {
    if (k >= owners.length) circle.remove();
    else circle.setAttribute("fill", colourOf(owners[k]));
  });
}

/**
 * Share the half-ring out in wedges, as wide and far from the middle as those that were there.
 * @param {Element} svg
 * @param {{id: string, seats: number}[]} benches
 * @param {number} house
 */
function part(svg, benches, house) {
  const old = svg.querySelector("path[d*='A']");
  const radii = [...(old?.getAttribute("d") ?? "").matchAll(/A([\d.]+),/g)].map((one) => Number(one[1]));
  if (!old?.parentNode || radii.length < 2) return;
  const [outer, inner] = radii;
  const wedges = old.parentNode;
  for (const one of svg.querySelectorAll("circle")) one.remove();
  let before = 0;
  const drawn = benches.map(({ id, seats }) => {
    const wedge = /** @type {Element} */ (old.cloneNode());
    const [from, to] = [before, (before += seats)].map((one) => Math.PI * (one / house - 1));
    wedge.setAttribute("d", wedgeOf(from + GAP / 2, to - GAP / 2, inner, outer));
    wedge.setAttribute("fill", colourOf(id));
    wedge.setAttribute("stroke", "none");
    return wedge;
  });
  wedges.replaceChildren(...drawn);
}

/**
 * @param {number} from radians, from the right, against the clock as pictures count
 * @param {number} to
 * @param {number} inner
 * @param {number} outer
 */
function wedgeOf(from, to, inner, outer) {
  const at = (/** @type {number} */ angle, /** @type {number} */ radius) =>
    `${(radius * Math.cos(angle)).toFixed(1)},${(radius * Math.sin(angle)).toFixed(1)}`;
  return (
    `M${at(from, outer)}A${outer},${outer},0,0,1,${at(to, outer)}` +
    `L${at(to, inner)}A${inner},${inner},0,0,0,${at(from, inner)}Z`
  );
}
