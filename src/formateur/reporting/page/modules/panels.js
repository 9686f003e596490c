// Small helpers to write into the page. Everything is put in as text, never as markup.

/**
 * The place of a panel that something is written into.
 * @param {ParentNode} panel
 * @param {string} name
 */
export function outlet(panel, name) {
  return /** @type {HTMLElement | null} */ (panel.querySelector(`[data-out="${name}"]`));
}

/**
 * Write a text into a place of a panel, if the page has it.
 * @param {ParentNode} panel
 * @param {string} name
 * @param {string} text
 */
export function write(panel, name, text) {
  const place = outlet(panel, name);
  if (place) place.textContent = text;
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * Fill a list, and keep the focus where it was: on the same key, or else on `fallback`.
 * @param {HTMLElement | null} list
 * @param {HTMLElement[]} items each with a control that has a `data-key`
 * @param {Element | null} [fallback]
 */
export function fill(list, items, fallback = null) {
  if (!list) return;
  const focused = document.activeElement;
  const key = list.contains(focused) ? focused?.getAttribute("data-key") : null;
  list.replaceChildren(...items);
  if (key == null) return;
  const same = [...list.querySelectorAll("[data-key]")].find(
    (one) => one.getAttribute("data-key") === key,
  );
  /** @type {HTMLElement | null} */ (same ?? fallback)?.focus();
}

/**
 * A line with a button that takes it away.
 * @param {string} text
 * @param {string} label what the button is called
 * @param {string} key
 * @param {() => void} takeAway
 */
export function line(text, label, key, takeAway) {
  const button = element("button", { type: "button", "data-key": key, "aria-label": label }, "✕");
  button.addEventListener("click", takeAway);
  return element("li", {}, `${text} `, button);
}
