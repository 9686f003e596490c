// Draws a Vega-Lite specification made by `reporting/charts` again, after its data have changed.
// Needs `vendor/vega.js` to be loaded before. Expressions are interpreted, not compiled, so that a
// content security policy can forbid code made from text; the drawing is SVG without style.

/**
 * What the page says of a picture.
 * @typedef {{id: string, title: string, description: string, language: string}} Words
 */

/**
 * Return a specification as an SVG element: one picture with title and description.
 * @param {object} spec A Vega-Lite specification.
 * @param {Words} words
 * @returns {Promise<SVGElement>}
 */
export async function drawChart(spec, words) {
  const { vega, vegaLite } = /** @type {any} */ (globalThis);
  const runtime = vega.parse(vegaLite.compile(spec).spec, null, { ast: true });
  const view = new vega.View(runtime, { expr: vega.expressionInterpreter, renderer: "none" });
  const text = await view.toSVG();
  view.finalize();
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const svg = /** @type {SVGElement} */ (/** @type {unknown} */ (parsed));
  for (const one of svg.querySelectorAll("*")) {
    for (const name of ["role", "aria-label", "aria-roledescription", "aria-hidden", "font-family"])
      one.removeAttribute(name);
  }
  tell(svg, words);
  return document.importNode(svg, true);
}

/**
 * Put title and description first, and let the page choose the size.
 * @param {SVGElement} svg
 * @param {Words} words
 */
function tell(svg, { id, title, description, language }) {
  const told = { title, desc: description };
  const first = svg.firstChild;
  for (const [name, text] of Object.entries(told)) {
    const element = svg.ownerDocument.createElementNS(svg.namespaceURI, name);
    element.id = `${id}-${name[0]}`;
    element.textContent = text;
    svg.insertBefore(element, first);
  }
  const given = { id, class: "chart", role: "img", "aria-labelledby": `${id}-t ${id}-d` };
  for (const [name, value] of Object.entries({ ...given, lang: language, direction: "ltr" }))
    svg.setAttribute(name, value);
  svg.removeAttribute("width");
  svg.removeAttribute("height");
}
