import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printBody } from "../support/print-body.ts";
import { prepareSource } from "../support/prepare.ts";
import { worldOf } from "../support/world.ts";

// Where raw HTML stands somewhere, the whole tree is parsed once more. It must be the same tree.

const cases = join(import.meta.dirname, "../cases");
const themes = [
  "attributes",
  "cjk",
  "code",
  "directions",
  "directives",
  "formulas",
  "headings",
  "links",
  "lists",
].concat(["notes", "punctuation", "references", "tables", "titles", "worksheets"]);
const withRaw = /<[a-z!/?]/i;

const articles = themes.flatMap((theme) =>
  readdirSync(join(cases, theme)).flatMap((name) => {
    const path = join(cases, theme, name, "article.md");
    // What is never closed holds what is put behind it.
    if (name === "not-closed" || !existsSync(path)) return [];
    const text = readFileSync(path, "utf8");
    return withRaw.test(text) ? [] : [{ name: `${theme}/${name}`, text }];
  }),
);

async function bodyOf(text: string): Promise<string> {
  const prepared = await prepareSource(worldOf({ "article.md": text }), ".");
  if (!prepared.ok) return "";
  const [chapter] = prepared.value.chapters;
  return chapter ? printBody([...chapter.body.children, ...(chapter.notes ? [chapter.notes] : [])]) : "";
}

test.each(articles)("raw HTML does not change text outside it: $name", async ({ text }) => {
  const plain = await bodyOf(`${text}\n\nThe end, **bold**.\n`);
  expect(await bodyOf(`${text}\n\nThe end, <strong>bold</strong>.\n`)).toBe(plain);
});
