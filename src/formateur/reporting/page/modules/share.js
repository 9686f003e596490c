// The same menu at every chart and table: link, image, data, embed, sentence, print. Whatever leaves
// the page carries title, day, source and version.

import { copyText } from "./explain.js";

/**
 * See `reporting/page/sharing.py`.
 * @typedef {object} Sharing
 * @property {Record<string, string>} labels
 * @property {string} election
 * @property {string} title
 * @property {string} stood the day in words
 * @property {string} day
 * @property {string} source
 * @property {string} run
 * @property {string} version
 *
 * @typedef {{id: string, title: string, sentence: string, svg: SVGSVGElement | null,
 *   tables: HTMLTableElement[]}} Shared
 */

const SVG_SPACE = "http://www.w3.org/2000/svg";
const MARGIN = 12;
const LINE = 18;

/** What a picture takes from the style sheet of the page. */
const TAKEN = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity",
  "font-size", "font-family", "font-weight", "text-anchor", "direction", "unicode-bidi",
];

/** @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, " ").trim();

/**
 * Break a text into lines that fit a width, by the mean width of a letter.
 * @param {string} text @param {number} width @param {number} size
 */
function brokenLines(text, width, size) {
  const most = Math.max(12, Math.floor(width / (size * 0.56)));
  /** @type {string[]} */
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

/** @param {string} tag @param {Record<string, string | number>} attributes @param {string} text */
function svgNode(tag, attributes, text = "") {
  const made = document.createElementNS(SVG_SPACE, tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** Copy a picture with what the page's style sheet says of it. @param {SVGSVGElement} svg */
function styledCopy(svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const from = [svg, ...svg.querySelectorAll("*")];
  const to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((one, k) => {
    const style = getComputedStyle(one);
    for (const key of TAKEN) {
      const value = style.getPropertyValue(key);
      if (value && value !== "normal") to[k].setAttribute(key, value);
    }
    to[k].removeAttribute("class");
  });
  return copy;
}

/**
 * A picture with its title and day above, and source and version below.
 * @param {Shared} one
 * @param {Sharing} sharing
 * @returns {{text: string, width: number, height: number}}
 */
export function wholePicture(one, sharing) {
  const svg = /** @type {SVGSVGElement} */ (one.svg);
  const box = svg.viewBox.baseVal;
  const width = Math.round(box.width) + 2 * MARGIN;
  const body = getComputedStyle(document.body);
  const rtl = body.direction === "rtl";
  const text = { fill: body.color, direction: body.direction, "font-family": body.fontFamily };
  const x = rtl ? width - MARGIN : MARGIN;
  let y = MARGIN;
  /** @type {SVGElement[]} */
  const parts = [];
  const write = (/** @type {string} */ words, size = 12, weight = "normal") => {
    for (const line of brokenLines(words, width - 2 * MARGIN, size)) {
      y += LINE;
      parts.push(svgNode("text", { x, y: y - 4, "font-size": size, "font-weight": weight, ...text }, line));
    }
  };
  write(one.title, 15, "bold");
  write(`${sharing.title}. ${sharing.stood}`);
  y += MARGIN / 2;
  const copy = styledCopy(svg);
  const size = { x: MARGIN, y, width: box.width, height: box.height, overflow: "visible" };
  for (const [key, value] of Object.entries(size)) copy.setAttribute(key, String(value));
  parts.push(copy);
  y += box.height;
  write(sharing.source, 11);
  const height = Math.round(y + MARGIN);
  const whole = svgNode("svg", { xmlns: SVG_SPACE, width, height, viewBox: `0 0 ${width} ${height}` });
  whole.append(svgNode("rect", { width, height, fill: body.backgroundColor }), ...parts);
  return { text: new XMLSerializer().serializeToString(whole), width, height };
}

/**
 * Paint a picture.
 * @param {{text: string, width: number, height: number}} picture
 * @param {{width: number, height: number}} size
 * @returns {Promise<Blob>}
 */
async function painted(picture, size) {
  const address = URL.createObjectURL(new Blob([picture.text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), size);
    const paint = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    paint.fillStyle = getComputedStyle(document.body).backgroundColor;
    paint.fillRect(0, 0, size.width, size.height);
    const scale = Math.min(size.width / picture.width, size.height / picture.height);
    const [width, height] = [picture.width * scale, picture.height * scale];
    paint.drawImage(image, (size.width - width) / 2, (size.height - height) / 2, width, height);
    return await new Promise((done, failed) => {
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no image"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * Columns and rows of a table as they are read; the parts of a folded one are joined.
 * @param {HTMLTableElement[]} tables
 */
export function readTable(tables) {
  const cell = (/** @type {HTMLTableCellElement} */ one) => {
    const copy = /** @type {HTMLElement} */ (one.cloneNode(true));
    for (const mark of copy.querySelectorAll(".cite")) mark.remove();
    for (const small of copy.querySelectorAll("small")) small.prepend(" ");
    return oneLine(copy.textContent ?? "");
  };
  const cells = (/** @type {HTMLTableRowElement} */ row) => [...row.cells].map(cell);
  return {
    columns: [...(tables[0].tHead?.rows ?? [])].flatMap(cells),
    rows: tables.flatMap((one) => [...one.tBodies].flatMap((body) => [...body.rows].map(cells))),
  };
}

/** @param {Shared} one @param {Sharing} sharing */
const provenance = (one, sharing) => ({
  title: one.title,
  as_of: sharing.day,
  election: sharing.election,
  source: sharing.source,
  version: sharing.version,
  run: sharing.run,
});

/** @param {Shared} one @param {Sharing} sharing */
export function tableAsCsv(one, sharing) {
  const { columns, rows } = readTable(one.tables);
  const beside = provenance(one, sharing);
  const quoted = (/** @type {string} */ cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const safe = (/** @type {string} */ cell) => quoted(/^[=@\t]/.test(cell) ? `'${cell}` : cell);
  const lines = [[...columns, ...Object.keys(beside)], ...rows.map((row) => [...row, ...Object.values(beside)])];
  return lines.map((row) => row.map(safe).join(",") + "\r\n").join("");
}

/** @param {Shared} one @param {Sharing} sharing */
export function partAsJson(one, sharing) {
  const table = one.tables.length > 0 ? readTable(one.tables) : {};
  const part = { ...provenance(one, sharing), sentence: one.sentence, ...table };
  return JSON.stringify(part, null, 1) + "\n";
}

/** @param {string} name @param {Blob} blob */
function download(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** @param {Shared} one @param {Sharing} sharing @returns {Record<string, () => string | void | Promise<void>>} */
function waysToShare(one, sharing) {
  const name = `${sharing.election}_${sharing.day}_${one.id}`;
  const save = (/** @type {string} */ end, /** @type {string} */ type, /** @type {string} */ text) =>
    download(`${name}.${end}`, new Blob([text], { type: `${type};charset=utf-8` }));
  const here = () => location.href.includes("#") ? location.href : `${location.href}#${one.id}`;
  const image = (/** @type {number} */ scale) => async () => {
    const picture = wholePicture(one, sharing);
    const size = scale
      ? { width: picture.width * scale, height: picture.height * scale }
      : { width: 1200, height: 630 };
    download(`${name}${scale ? `@${scale}x` : "-social"}.png`, await painted(picture, size));
  };
  /** @type {Record<string, () => string | void | Promise<void>>} */
  const ways = { link: here };
  if (one.svg) {
    ways.svg = () => save("svg", "image/svg+xml", wholePicture(one, sharing).text);
    Object.assign(ways, { png1: image(1), png2: image(2), social: image(0) });
  }
  if (one.tables.length > 0) ways.csv = () => save("csv", "text/csv", tableAsCsv(one, sharing));
  ways.json = () => save("json", "application/json", partAsJson(one, sharing));
  const address = document.body.dataset.embed;
  if (address) {
    const escaped = (/** @type {string} */ text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    ways.embed = () =>
      `<iframe src="${escaped(`${address}#${one.id}`)}" title="${escaped(`${one.title}. ${sharing.source}`)}" width="100%" height="560" loading="lazy"></iframe>`;
  }
  ways.sentence = () => `${one.sentence} ${sharing.stood}. ${sharing.source}`;
  ways.print = () => print();
  return ways;
}

/** @param {Shared} one @param {Sharing} sharing */
function shareMenu(one, sharing) {
  const { labels } = sharing;
  const menu = Object.assign(document.createElement("details"), { className: "share" });
  const summary = document.createElement("summary");
  summary.append(labels.share);
  summary.setAttribute("aria-label", `${labels.share}: ${one.title}`);
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const list = document.createElement("ul");
  for (const [way, act] of Object.entries(waysToShare(one, sharing))) {
    const button = Object.assign(document.createElement("button"), { type: "button" });
    button.dataset.way = way;
    button.append(labels[way]);
    button.addEventListener("click", async () => {
      const text = await act();
      status.textContent = text ?? "";
      if (text && (await copyText(text, status))) status.textContent = `${labels.copied}: ${text}`;
    });
    const item = document.createElement("li");
    item.append(button);
    list.append(item);
  }
  menu.append(summary, list, status);
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    summary.focus();
  });
  return menu;
}

/** A table and what is folded away of it. @param {string} id */
function tablesOf(id) {
  const found = [document.getElementById(id), document.getElementById(`${id}-rest`)];
  return /** @type {HTMLTableElement[]} */ (found.filter((one) => one instanceof HTMLTableElement));
}

/**
 * Put the menu at every chart and table.
 * @param {Sharing} sharing
 */
export function startSharing(sharing) {
  for (const figure of document.querySelectorAll("figure.chart[id]")) {
    const svg = figure.querySelector("svg");
    const title = oneLine(figure.querySelector("figcaption")?.textContent ?? "");
    const sentence = oneLine(svg?.querySelector("desc")?.textContent ?? "") || title;
    const tables = tablesOf(`table-${figure.getAttribute("data-table")}`);
    figure.append(shareMenu({ id: figure.id, title, sentence, svg, tables }, sharing));
  }
  for (const table of document.querySelectorAll("table[id^='table-']:not([id$='-rest'])")) {
    const tables = tablesOf(table.id);
    const title = oneLine(tables[0].caption?.textContent ?? "");
    const one = { id: table.id, title, sentence: title, svg: null, tables };
    (table.closest(".scroll") ?? table).after(shareMenu(one, sharing));
  }
}
