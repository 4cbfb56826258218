import { beforeAll, expect, test } from "vitest";
import { type OpenedEpub, epubOf } from "../../support/epub.ts";
import { epubcheck } from "../../support/epubcheck.ts";

const paragraph = "Words that fill a line and another one, as the words of a long chapter do. ".repeat(12);
const sections = Array.from(
  { length: 60 },
  (_, index) =>
    `## Section ${index} {#s${index}}\n\n[Far](#s${(index + 31) % 60}) and a note.[^n${index}]\n\n${Array.from({ length: 12 }, () => paragraph).join("\n\n")}\n\n[^n${index}]: Note ${index}.`,
);

let book: OpenedEpub;

beforeAll(async () => {
  book = await epubOf({ "article.md": `# A long one\n\n${sections.join("\n\n")}\n` });
});

test("a long chapter is several documents, each of a size that e-readers take", async () => {
  const paths = Object.keys(book.files).filter((path) => path.startsWith("EPUB/text/01-article"));
  expect(paths.length).toBeGreaterThan(2);
  for (const path of paths) expect(book.files[path]?.length).toBeLessThan(300_000);
  expect(await epubcheck(book.bytes)).toEqual([]);
});

test("links, notes and the contents list lead to where things are now", () => {
  const links = Object.keys(book.files)
    .filter((path) => path.endsWith(".xhtml"))
    .flatMap((path) => book.all(path, "a").map(({ attributes }) => [path, attributes["href"] ?? ""] as const));
  const inside = links.filter(([, href]) => !/^https?:/.test(href) && href.includes("#"));
  expect(inside.length).toBeGreaterThan(60 * 4);
  for (const [path, href] of inside) {
    const [file, id] = href.split("#");
    const target = file ? `EPUB/text/${file}` : path;
    expect(book.text(target), href).toContain(`id="${id ?? ""}"`);
  }
});

test("the chapter's name stands once", () => {
  const named = Object.keys(book.files).filter((path) => / epub:type="chapter"/.test(book.text(path)));
  expect(named).toEqual(["EPUB/text/01-article.xhtml"]);
});
