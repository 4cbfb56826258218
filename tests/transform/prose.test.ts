import { describe, expect, test } from "vitest";
import { countSyllables, gradeOf } from "../../src/transform/prose/reading-grade.ts";

describe("syllables of English words", () => {
  test.each([
    ["cat", 1],
    ["table", 2],
    ["little", 2],
    ["make", 1],
    ["makes", 1],
    ["boxes", 2],
    ["changes", 2],
    ["walked", 1],
    ["wanted", 2],
    ["needed", 2],
    ["residency", 4],
    ["examination", 5],
    ["the", 1],
    ["USMLE", 1],
    ["2026", 1],
  ])("%s: %d", (word, count) => {
    expect(countSyllables(word)).toBe(count);
  });
});

test("the grade is that of the formula", () => {
  // Two sentences of four words, eight words of one syllable each.
  const words = ["the", "dog", "sat", "down"];
  expect(gradeOf([words, words])).toBeCloseTo(0.39 * 4 + 11.8 - 15.59, 6);
  expect(gradeOf([["examination"]])).toBeCloseTo(0.39 + 11.8 * 5 - 15.59, 6);
});
