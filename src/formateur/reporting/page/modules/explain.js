// "Where does this come from?": every figure of the page is a button that opens the way back to its
// sources. What is said comes from Python whole; this puts it together and shows it.

/**
 * See `reporting/explain/block.py`.
 * @typedef {object} Explanations
 * @property {Record<string, string>} labels
 * @property {Record<string, Record<string, [number, number[], number, number, number[]?]>>} figures
 * @property {number[][]} ways
 * @property {[number, number[], number[], string][]} steps
 * @property {(string | any[])[]} said
 * @property {string[]} templates
 * @property {number[][]} columns
 * @property {[string, string, string, number, number[]][]} polls
 * @property {string[]} found
 * @property {string[]} lists
 * @property {number} shown
 * @property {string} command
 * @property {string} citation
 *
 * @typedef {{text: string, language: string, sources: number[]}} Told
 * @typedef {{name: string, told: string}} Found
 * @typedef {{who: string, field: string, weight: string, figures: Found[], source: number}} PollTold
 * @typedef {{title: string, said: Told[], polls: PollTold[], rest: string}} StepTold
 * @typedef {{figure: string, title: string, steps: StepTold[], command: string, citation: string,
 *   sources: number[]}} Explained
 */

/**
 * @param {Explanations} block
 * @param {number} place
 * @returns {Told}
 */
function toldAt(block, place) {
  const row = block.said[place];
  const plain = typeof row === "string" || typeof row[0] === "number";
  const [text, sources = [], language = ""] = plain ? [row] : row;
  if (typeof text === "string") return { text, language, sources };
  const [template, ...values] = text;
  const filled = block.templates[template].replace(/\{(\d+)\}/g, (_, k) => values[k]);
  return { text: filled, language, sources };
}

/** Quote a word as a POSIX shell needs it. @param {string} word */
function shellWord(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\"'\"'")}'`;
}

/** @param {Explanations} block @param {string} name */
function figureRow(block, name) {
  const dot = name.indexOf(".");
  return block.figures[name.slice(0, dot)]?.[name.slice(dot + 1)];
}

/**
 * Put together where a figure comes from.
 * @param {Explanations} block
 * @param {string} name
 * @returns {Explained}
 */
export function explained(block, name) {
  const [title, said, way, column, own = []] = figureRow(block, name);
  /** @type {(place: number) => PollTold} */
  const poll = (place) => {
    const [who, field, weight, source, found] = block.polls[place];
    const figures = block.columns[column]
      .map((k) => ({ name: block.lists[k], told: block.found[found[k]] }))
      .filter((one) => one.told);
    return { who, field, weight, figures, source };
  };
  /** @type {[number, number[], number[], string][]} */
  const rows = [[title, said, own, ""], ...block.ways[way].map((k) => block.steps[k])];
  const steps = rows.map(([head, sentences, polls, rest]) => ({
    title: toldAt(block, head).text,
    said: sentences.map((k) => toldAt(block, k)),
    polls: polls.map(poll),
    rest,
  }));
  const sources = steps.flatMap((one) => [
    ...one.said.flatMap((each) => each.sources),
    ...one.polls.map((each) => each.source),
  ]);
  const first = steps[0];
  return {
    figure: name,
    title: first.title,
    steps,
    sources: [...new Set(sources)].sort((a, b) => a - b),
    command: block.command.replace("NAME", () => shellWord(name)),
    citation: block.citation.replace(/TITLE|TOLD/g, (word) =>
      word === "TITLE" ? first.title : first.said[0].text,
    ),
  };
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
function node(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Text of another language says so. @param {string} language */
const tongue = (language) => ({ lang: language, dir: language ? "auto" : "" });

/** Say a source as the page's own list does. @param {number} number */
function sourceItem(number) {
  const listed = document.getElementById(`source-${number}`);
  const item = node("li", { value: String(number), lang: listed?.lang ?? "", dir: listed?.dir ?? "" });
  item.append(...(listed?.cloneNode(true).childNodes ?? []));
  return item;
}

/** @param {Explanations} block @param {StepTold} step @param {PollTold[]} polls */
function pollsTable(block, step, polls) {
  const { labels } = block;
  const names = new Set(step.polls.flatMap((one) => one.figures.map((each) => each.name)));
  const alone = names.size === 1;
  const heads = [labels.poll, labels.weight];
  if (names.size > 0) heads.push(alone ? [...names][0] : labels.found);
  const rows = polls.map((one) => {
    const who = node("th", { scope: "row" }, node("bdi", {}, one.who), ` [${one.source}]`);
    who.append(node("small", {}, one.field));
    const row = node("tr", {}, who, node("td", { class: "number" }, one.weight));
    const found = one.figures.map((each) =>
      alone ? node("div", {}, each.told) : node("div", {}, node("bdi", {}, each.name), `: ${each.told}`),
    );
    if (names.size > 0) row.append(node("td", {}, ...found));
    return row;
  });
  const head = node("tr", {}, ...heads.map((one) => node("th", { scope: "col" }, one)));
  const table = node("table", {}, node("thead", {}, head), node("tbody", {}, ...rows));
  return node("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": step.title }, table);
}

/** @param {Explanations} block @param {StepTold} step */
function stepItem(block, step) {
  const item = node("li", {}, node("h3", {}, step.title));
  for (const one of step.said) {
    const marks = one.sources.map((k) => ` [${k}]`).join("");
    item.append(node("p", {}, node("span", tongue(one.language), one.text), marks));
  }
  if (step.polls.length > 0) item.append(pollsTable(block, step, step.polls.slice(0, block.shown)));
  if (step.rest) {
    const others = pollsTable(block, step, step.polls.slice(block.shown));
    item.append(node("details", {}, node("summary", {}, step.rest), others));
  }
  return item;
}

/**
 * Copy a text; where the browser forbids it, mark it so that a reader can.
 * @param {string} text
 * @param {Element} shown where the text stands
 */
export async function copyText(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return false;
  }
}

/** @param {Explanations} block @param {string} name @param {HTMLDialogElement} dialog */
function fillDialog(block, name, dialog) {
  const { labels } = block;
  const told = explained(block, name);
  const close = node("button", { type: "button", class: "close" }, labels.close);
  close.addEventListener("click", () => dialog.close());
  const citation = node("p", {}, told.citation);
  const status = node("p", { role: "status" });
  const copy = node("button", { type: "button", class: "copy" }, labels.copy);
  copy.addEventListener("click", async () => {
    status.textContent = (await copyText(told.citation, citation)) ? labels.copied : "";
  });
  dialog.replaceChildren(
    node("div", { class: "top" }, node("h2", { id: "explain-title", tabindex: "-1" }, labels.ask), close),
    node("ol", { class: "steps" }, ...told.steps.map((one) => stepItem(block, one))),
    node("h3", {}, labels.sources),
    node("ol", { class: "sources" }, ...told.sources.map(sourceItem)),
    node("h3", {}, labels.again),
    node("p", {}, node("code", { dir: "ltr" }, told.command)),
    node("h3", {}, labels.cite),
    citation,
    copy,
    status,
  );
}

/**
 * Turn the figures in a part of the page into buttons that can be asked where they come from.
 * @param {ParentNode} root
 * @param {Explanations} block
 */
export function makeAskable(root, block) {
  for (const span of root.querySelectorAll("span.figure[data-figure]")) {
    const name = span.getAttribute("data-figure") ?? "";
    if (!figureRow(block, name)) continue;
    const button = node("button", { type: "button", "aria-haspopup": "dialog", title: block.labels.ask });
    for (const { name: key, value } of span.attributes) button.setAttribute(key, value);
    button.append(...span.childNodes);
    span.replaceWith(button);
  }
}

/**
 * Let every figure of the page be asked where it comes from.
 * @param {Explanations} block
 */
export function startExplaining(block) {
  const dialog = /** @type {HTMLDialogElement} */ (
    node("dialog", { class: "explain", "aria-labelledby": "explain-title" })
  );
  document.body.append(dialog);
  makeAskable(document, block);
  /** @type {HTMLElement | null} */
  let asked = null;
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const button = target.closest("button.figure[data-figure]");
    if (button instanceof HTMLElement) {
      asked = button;
      fillDialog(block, button.dataset.figure ?? "", dialog);
      dialog.showModal();
      dialog.scrollTop = 0;
      dialog.querySelector("h2")?.focus();
    } else if (target === dialog) {
      dialog.close();
    }
  });
  dialog.addEventListener("close", () => asked?.focus());
}
