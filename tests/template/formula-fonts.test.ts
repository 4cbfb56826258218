import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadHandout } from "../support/handout.ts";

// Words in a formula may be of any script (`\text{距離}`): a style sheet names all optional families for `math` too.

const folder = join(import.meta.dirname, "..", "..", "templates", "handout");
const rule = /\nmath \{\s*font-family:([^;]*);/;

test("formulas have the fonts of every script", async () => {
  const { template } = await loadHandout();
  const families = template.settings.fonts
    .filter(({ scripts }) => scripts !== undefined)
    .map(({ family }) => family)
    .toSorted();
  const [screen = "", book = "", tokens = ""] = ["text.css", "book/book.css", "tokens.css"].map((name) =>
    readFileSync(join(folder, name), "utf8"),
  );
  const [, list = ""] = rule.exec(book) ?? [];
  const stack = list.replaceAll(/\s+/g, " ");
  const [, body = ""] = /"Source Serif 4",([^;]*)"STIX Two Math"/.exec(book) ?? [];
  const named = families.filter((family) => body.includes(`"${family}"`));
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((family) => !stack.includes(`"${family}"`))).toEqual([]);
  expect(rule.exec(screen)?.[1]).toContain("var(--face-text)");
  expect(named.filter((family) => !tokens.includes(`"${family}"`))).toEqual([]);
});
