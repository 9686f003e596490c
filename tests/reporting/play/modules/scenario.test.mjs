import assert from "node:assert/strict";
import { test } from "node:test";

const folder = new URL("../../../../src/formateur/reporting/page/modules/", import.meta.url);
const { Past, UNCHANGED, changesIn, fromFragment, toFragment } = await import(
  new URL("scenario.js", folder)
);

const play = {
  ids: ["a", "b"],
  places: new Map([["a", 0], ["b", 1]]),
  data: {
    lists: [{ id: "a", usual_error: 2 }, { id: "b", usual_error: null }],
    blocs: [{ id: "ab", lists: ["a", "b"], usual_error: null }],
    statements: [{ id: "s1" }],
    formation: { words: [{ statement: "s2" }] },
    motions: [{ id: "treaty" }],
  },
};

const scenario = {
  coalition: ["a", "b"],
  conditions: [
    { kind: "passes", of: "a" },
    { kind: "above", of: "b", value: 20.5 },
    { kind: "majority", of: "ab" },
    { kind: "high", of: "a" },
  ],
  ignored: ["s1", "s2"],
  motions: { treaty: { majority: "2/3", positions: { a: "split", b: "oppose" } } },
};

test("a link reproduces the scenario", () => {
  const read = fromFragment(play, `#${toFragment(scenario)}`);
  assert.deepEqual(read, { scenario, unknown: 0 });
  assert.equal(toFragment(read.scenario), toFragment(scenario));
});

test("no scenario, no fragment; other fragments are left alone", () => {
  assert.equal(toFragment(UNCHANGED), "");
  assert.deepEqual(fromFragment(play, "#seats"), { scenario: UNCHANGED, unknown: 0 });
});

test("what is not known is left out and counted", () => {
  const odd = [
    "play=1", "with=a+nobody", "if=passes:nobody", "if=above:a:xyz", "if=high:b", "ignore=s1+s9",
    "motion=treaty+9/2+a:maybe+b:oppose", "motion=nothing",
  ].join("&");
  const { scenario: read, unknown } = fromFragment(play, odd);
  assert.equal(unknown, 8);
  assert.deepEqual(read.coalition, ["a"]);
  assert.deepEqual(read.ignored, ["s1"]);
  assert.deepEqual(read.conditions, []);
  assert.deepEqual(read.motions, { treaty: { positions: { b: "oppose" } } });
  assert.equal(fromFragment(play, "play=7&with=a").unknown, 1);
  assert.equal(fromFragment(play, "play=1&motion=__proto__&with=%00").unknown, 2);
});

test("changes are counted; looking at a coalition is none", () => {
  assert.equal(changesIn(scenario), 4 + 2 + 3);
  assert.equal(changesIn({ ...UNCHANGED, coalition: ["a"] }), 0);
});

test("what was done can be undone and done again", () => {
  const past = new Past(UNCHANGED);
  past.change(scenario);
  past.undo();
  past.undo();
  assert.equal(past.now, UNCHANGED);
  past.redo();
  past.redo();
  assert.equal(past.now, scenario);
  past.undo();
  past.change({ ...UNCHANGED, coalition: ["b"] });
  assert.equal(past.after.length, 0);
});
