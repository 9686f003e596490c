// 50 countable dots, one for each of 50 equally likely elections: what is now above the line of
// numbers, filled; what was before under it, hollow. Majorities are diamonds.

const SVG = "http://www.w3.org/2000/svg";
const STEP = 10;
const TEXT = 14;

/** More columns than this would make the dots too small to count on a phone. */
const MOST_COLUMNS = 42;

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
function shape(tag, attributes, text = "") {
  const made = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {boolean} majority
 * @param {boolean} filled
 */
function mark(x, y, majority, filled) {
  /** @type {Record<string, string | number>} */
  const paint = filled
    ? { fill: "currentColor" }
    : { fill: "none", stroke: "currentColor", "stroke-width": 1 };
  const when = filled ? "now" : "before";
  if (!majority) return shape("circle", { class: `dot ${when}`, cx: x, cy: y, r: 3.6, ...paint });
  const d = `M${x} ${y - 4.6}L${x + 4.6} ${y}L${x} ${y + 4.6}L${x - 4.6} ${y}Z`;
  return shape("path", { class: `dot majority ${when}`, d, ...paint });
}

/**
 * Put seats into columns of `step` numbers, of which column 0 begins with the majority.
 * @param {Map<number, number>} dots
 * @param {number} majority
 * @param {number} step
 */
function inColumns(dots, majority, step) {
  /** @type {Map<number, number>} */
  const columns = new Map();
  for (const [seats, count] of dots) {
    const column = Math.floor((seats - majority) / step);
    columns.set(column, (columns.get(column) ?? 0) + count);
  }
  return columns;
}

/**
 * Draw the dots; numbers run from left to right in every language.
 * @param {Map<number, number>} now dots by number of seats
 * @param {Map<number, number> | null} before
 * @param {number} majority
 * @param {(number: number) => string} write
 */
export function drawDots(now, before, majority, write) {
  const seats = [...now.keys(), ...(before?.keys() ?? []), majority];
  const step = Math.ceil((Math.max(...seats) - Math.min(...seats) + 3) / MOST_COLUMNS);
  const first = Math.floor((Math.min(...seats) - majority) / step) - 1;
  const last = Math.floor((Math.max(...seats) - majority) / step) + 1;
  const up = inColumns(now, majority, step);
  const down = before ? inColumns(before, majority, step) : new Map();
  const ground = STEP * Math.max(...up.values(), 1);
  const height = ground + TEXT + STEP * Math.max(...down.values(), 0);
  const width = STEP * (last - first + 1);
  const svg = shape("svg", {
    viewBox: `0 0 ${width} ${height}`,
    class: "dots",
    "aria-hidden": "true",
    direction: "ltr",
  });
  const line = -STEP * first;
  svg.append(
    shape("line", {
      class: "majority-line",
      x1: line,
      x2: line,
      y1: 0,
      y2: height,
      stroke: "currentColor",
      "stroke-dasharray": "2 2",
    }),
  );
  for (let column = first; column <= last; column += 1) {
    const x = STEP * (column - first) + STEP / 2;
    const number = majority + column * step;
    if (step === 1 ? number % 5 === 0 : column % 5 === 0) {
      const place = { x, y: ground + TEXT - 4, "text-anchor": "middle", "font-size": 9 };
      svg.append(shape("text", { ...place, fill: "currentColor" }, write(number)));
    }
    for (let level = 0; level < (up.get(column) ?? 0); level += 1) {
      svg.append(mark(x, ground - STEP * level - STEP / 2, column >= 0, true));
    }
    for (let level = 0; level < (down.get(column) ?? 0); level += 1) {
      svg.append(mark(x, ground + TEXT + STEP * level + STEP / 2, column >= 0, false));
    }
  }
  return svg;
}
