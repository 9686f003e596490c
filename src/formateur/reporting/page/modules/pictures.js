// Draws the charts of a page that was made where nothing could draw them beforehand.

import { drawChart } from "./draw_chart.js";

/** @param {HTMLElement} place */
async function drawPlace(place) {
  const { title, description, language, spec } = JSON.parse(
    place.querySelector("script")?.textContent ?? "",
  );
  const id = `${place.id}-drawn`;
  place.replaceChildren(await drawChart(spec, { id, title, description, language }));
  place.removeAttribute("role");
  place.removeAttribute("aria-label");
}

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-vega]"))) {
  drawPlace(place);
}
