import { expect, test } from "vitest";
import { toSlug } from "../../src/source/slugs.ts";

test.each([
  ["match-rates", "match-rates"],
  ["Match Rates", "Match-Rates"],
  ["index.html", "index-html"],
  ["INDEX.HTM", "INDEX-HTM"],
  ["manifest.json", "manifest-json"],
  ["index", "index"],
  ["con", "con-text"],
  ["NUL.txt", "NUL-text.txt"],
  ["com1", "com1-text"],
  ["console", "console"],
  ["..", "article"],
  ["a/../b", "a-..-b"],
  ["a\u202Eb", "a-b"],
  ["a\nb", "a-b"],
  ["日本語", "日本語"],
])("%j is written as %s", (name, slug) => {
  expect(toSlug(name)).toBe(slug);
});
