import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundlePlugins } from "../../../.github/scripts/bundle-plugins.ts";
import { epubOf, type OpenedEpub, repack } from "../../support/epub.ts";

const root = join(import.meta.dirname, "../../..");
const library = join(root, "node_modules/@likecoin/epubcheck-ts/dist/index.js");
const article = "EPUB/text/01-article.xhtml";

const opened: { folder?: string; book?: OpenedEpub; changed?: typeof EpubCheck } = {};

beforeAll(async () => {
  // The changes that the bundle makes, in a folder from which the library's own dependencies are found.
  const code = bundlePlugins(root, new Map()).reduce(
    (text, { name, transform }) => {
      if (!["nesting from inside", "style sheets checked once"].includes(name)) return text;
      return (transform as (code: string, id: string) => string)(text, library);
    },
    await readFile(library, "utf8"),
  );
  opened.folder = await mkdtemp(join(library, "../../changed-"));
  const file = join(opened.folder, "index.mjs");
  await writeFile(file, code);
  opened.changed = ((await import(pathToFileURL(file).href)) as { EpubCheck: typeof EpubCheck }).EpubCheck;
  opened.book = await epubOf({
    "article.md": "# Book\n\n## First\n\nText.\n\n## Second\n\nSee [the first](#first).\n",
  });
});

afterAll(async () => {
  if (opened.folder) await rm(opened.folder, { recursive: true });
});

/** The messages of the library as it is, and of the form that is in the bundle. */
async function judge(changes: Readonly<Record<string, string>>) {
  const { book, changed } = opened;
  if (!book || !changed) throw new Error("The book is not open.");
  const bytes = repack(book, changes);
  const asItIs = (await EpubCheck.validate(bytes)).messages;
  // Twice, because the first run keeps what it has found about style sheets.
  await changed.validate(bytes);
  return { asItIs, inTheBundle: (await changed.validate(bytes)).messages };
}

test.each([
  ["links in links", 1, `<a href="#x">one <em><a href="#y">two</a></em></a>`],
  ["controls in links", 4, `<a href="#x"><button>b</button><select></select><textarea></textarea><label>l</label></a>`],
  ["media in links", 2, `<a href="#x"><audio controls="controls"></audio><video controls="controls"></video></a>`],
  ["silent media in links", 0, `<a href="#x"><audio></audio><video></video></a>`],
  ["maps and fields in links", 2, `<a href="#x"><img usemap="#m" alt="" src="i"/><input type="hidden"/><input/></a>`],
  ["links in buttons", 2, `<button><a href="#z">q</a><span><select></select></span></button>`],
  ["definitions in definitions", 1, `<dfn>a<em><dfn>b</dfn></em></dfn>`],
  ["labels in labels", 1, `<label>a<span><label>b</label></span></label>`],
  ["forms in forms", 1, `<form><div><form></form></div></form>`],
  ["heads in heads", 2, `<header><div><header></header><footer></footer></div></header>`],
  ["articles in addresses", 2, `<address><p>a</p><section><h2>b</h2></section><header></header></address>`],
  ["tables in captions", 1, `<table><caption><table><tr><td>a</td></tr></table></caption><tr><td>b</td></tr></table>`],
  ["ruby in ruby", 0, `<p><ruby>a<rt>b<ruby>c<rt>d</rt></ruby></rt></ruby></p>`],
  ["one in the other, three deep", 2, `<a href="#1"><a href="#2"><a href="#3">x</a></a></a>`],
])("%s are found as by the library", async (_, least, html) => {
  const text = opened.book?.text(article) ?? "";
  const { asItIs, inTheBundle } = await judge({
    [article]: text.replace("</body>", `<div>${html}${html}</div></body>`),
  });
  expect(inTheBundle).toEqual(asItIs);
  expect(asItIs.length).toBeGreaterThanOrEqual(least);
});

test.each([
  ["", false],
  ["p{position:fixed}", false],
  ["p{color:", false],
  ["@import 'gone.css';", true],
  ["@font-face{font-family:x;src:url(gone.ttf)}", true],
  ["p{background:url(https://example.org/x.png)}", true],
])("a style sheet with %j is judged as by the library", async (extra, isFaulty) => {
  const names = Object.keys(opened.book?.files ?? {}).filter((name) => name.endsWith(".css"));
  for (const name of names) {
    const { asItIs, inTheBundle } = await judge({ [name]: `${opened.book?.text(name) ?? ""}${extra}` });
    expect(inTheBundle).toEqual(asItIs);
    expect(asItIs.length > 0).toBe(isFaulty);
  }
  expect(names.length).toBeGreaterThan(0);
});
