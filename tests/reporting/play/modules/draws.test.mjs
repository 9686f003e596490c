import assert from "node:assert/strict";
import { test } from "node:test";

const folder = new URL("../../../../src/formateur/reporting/page/modules/", import.meta.url);
const { anchored, countsOf, fiftyDots, openPlay, quantile, unpack, wholeNumber } = await import(
  new URL("draws.js", folder)
);

test("numbers are read as Python writes them", () => {
  assert.deepEqual([...unpack({ low: 5, digits: 2, text: "AABCAB" })], [7, 5, 70]);
  assert.deepEqual([...unpack({ low: -1, digits: 1, text: "/A" })], [62, -1]);
});

test("halves are rounded to the even number, as Python does", () => {
  assert.deepEqual([0.5, 1.5, 2.5, 2.4, 2.6].map(wholeNumber), [0, 2, 2, 2, 3]);
});

test("quantiles are numbers that occur", () => {
  const counts = countsOf(Int32Array.from([3, 1, 2, 2]), Int32Array.from([0, 1, 2, 3]));
  assert.deepEqual(counts, [[1, 1], [2, 2], [3, 1]]);
  assert.deepEqual([0.05, 0.25, 0.26, 0.75, 0.95].map((one) => quantile(counts, one)), [1, 1, 2, 2, 3]);
});

test("there are always 50 dots, as many with a majority as are told", () => {
  for (const p of [0, 0.004, 0.18, 0.5, 0.996, 1]) {
    const dots = fiftyDots([[59, 70], [61, 20], [64, 10]], 61, p);
    const count = (some) => some.reduce((sum, [, one]) => sum + one, 0);
    assert.equal(count([...dots]), 50);
    assert.equal(count([...dots].filter(([seats]) => seats >= 61)), wholeNumber(50 * p));
  }
  assert.deepEqual([...fiftyDots([[50, 1]], 61, 0.02)], [[50, 49], [61, 1]]);
});

test("a figure that is not changed is the document's", () => {
  assert.equal(anchored(0.25, 0.25, 0.26), 0.26);
  assert.ok(anchored(0.3, 0.25, 0.26) > 0.3);
});

test("data of another version is refused", () => {
  assert.throws(() => openPlay({ schema: "formateur/play/2" }), /formateur\/play\/2/);
});
