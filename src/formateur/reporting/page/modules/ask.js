// Brings the page's figures, charts and tables to life: where they come from, and how to share them.

import { startExplaining } from "./explain.js";
import { startSharing } from "./share.js";

/** @type {[string, (block: any) => void][]} */
const PARTS_TO_START = [["explanations", startExplaining], ["sharing", startSharing]];

for (const [id, start] of PARTS_TO_START) {
  const found = document.getElementById(id);
  if (found) start(JSON.parse(found.textContent ?? ""));
}
