// Times the answers of the page's modules, in milliseconds of the processor; prints rows of Markdown.
// Run by play.py: node benchmarks/play.mjs DATA.json

import { readFileSync } from "node:fs";

const folder = new URL("../src/formateur/reporting/page/modules/", import.meta.url);
const load = (name) => import(new URL(`${name}.js`, folder));
const { openPlay } = await load("draws");
const { keep } = await load("condition");
const { figuresOf, standingInTheWay } = await load("coalition");
const { motionFigures } = await load("motion");
const { wouldOf } = await load("formation");

const RUNS = 15;
const text = readFileSync(process.argv[2], "utf8");
const play = openPlay(JSON.parse(text));
const { lists, statements, motions } = play.data;
const [first, second] = lists;
const said = [...new Set(play.data.formation.words.map((one) => one.statement))];
const ignored = (k) => new Set([said[k % said.length], said[(k * 7 + 1) % said.length]]);
wouldOf(play, play.all, new Set()); // as the page does before it is asked

/** Each answer is one that was not given before. */
const answers = {
  "read the data": () => openPlay(JSON.parse(text)),
  "a condition, and a coalition of five under it": (k) => {
    const kept = keep(play, [{ kind: "above", of: first.id, value: first.expected - 1 + k / 100 }]);
    figuresOf(play, lists.slice(0, 5).map((one) => one.id), kept);
  },
  "statements in the way of two lists": () =>
    standingInTheWay(statements, [first.id, second.id]),
  "a motion with one more stance": (k) =>
    motions.slice(0, 1).forEach((told) => {
      const positions = { ...told.positions, [lists[k % lists.length].id]: "split" };
      motionFigures(play, told, { majority: "absolute", positions }, play.all);
    }),
  "who would govern without two statements": (k) => wouldOf(play, play.all, ignored(k)),
  "who would govern under a condition": (k) => {
    const kept = keep(play, [{ kind: "below", of: first.id, value: first.expected + k / 100 }]);
    wouldOf(play, kept, new Set());
  },
};

for (const [what, answer] of Object.entries(answers)) {
  if (what.startsWith("a motion") && motions.length === 0) continue;
  const times = [];
  for (let k = 0; k < RUNS; k += 1) {
    const before = process.cpuUsage();
    answer(k);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  const cells = [times[Math.floor(RUNS / 2)], times[RUNS - 1]].map((one) => `${one.toFixed(1)} ms`);
  console.log(`| ${what} | ${cells.join(" | ")} |`);
}
