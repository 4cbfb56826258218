import { PDFDocument, PDFName, PDFNull } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { paginate } from "../../../src/formats/pdf/paginate/paginate.ts";
import type { Pagination } from "../../../src/formats/pdf/paginate/pagination.ts";
import type { Measured } from "../../../src/model/page-map.ts";
import { succeed } from "../../../src/model/outcome.ts";

/** Blocks, ten on a page. */
const blocks = Array.from({ length: 200 }, (_, index) => `offprint.b${index}`);

/** Prints the ids of a document, ten on a page, in the order of its text. "longer" moves all to the next page. */
async function print(content: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const shown = /^[^]*?(?=<div hidden>|$)/.exec(content)?.[0] ?? "";
  const ids = [...shown.matchAll(/<p(?: id="([^"]*)")?>/g)].map(([, id]) => id);
  const first = shown.includes("longer") ? 10 : 0;
  const pages = Array.from({ length: Math.ceil((ids.length + first) / 10) }, () => document.addPage());
  const destinations = ids.flatMap((id, index) => {
    const page = pages[Math.floor((index + first) / 10)];
    return id && page ? [[id, [page.ref, PDFName.of("XYZ"), 0, 700, PDFNull]] as const] : [];
  });
  document.catalog.set(PDFName.of("Dests"), document.context.obj(Object.fromEntries(destinations)));
  return document.save();
}

const paragraphs = (ids: readonly string[]): string => ids.map((id) => `<p id="${id}">x</p>`).join("");

/** Paginates a document whose text depends on what was measured; returns what was printed and where its blocks are. */
async function paginated(textOf: (measured?: Measured) => string, parts?: readonly string[]) {
  const prints: { readonly content: string; readonly purpose: string }[] = [];
  const browser: Pagination["browser"] = {
    print: (content, purpose = "publish") => {
      prints.push({ content, purpose });
      return print(content);
    },
  };
  const compose = (measured?: Measured) => {
    const content = `<body>${textOf(measured)}<div hidden></div></body></html>`;
    const named = new Map(blocks.map((id) => [id.replace("offprint.", ""), id]));
    return succeed({ content, blocks: named, mostPrints: 4, ...(parts && { parts: () => parts }) });
  };
  const composeRunningHeads = () => succeed({ content: "heads", rows: [] });
  const made = await paginate({ compose, composeRunningHeads, browser } as unknown as Pagination);
  if (!made.ok) throw new Error("It was not paginated.");
  return { prints: prints.filter(({ content }) => content !== "heads"), ...made.value };
}

test("a long document is measured in parts, and printed with the destinations at the ends of its pages", async () => {
  const parts = [paragraphs(blocks.slice(0, 100)), paragraphs(blocks.slice(100))];
  const made = await paginated((measured) => paragraphs(blocks) + (measured ? "numbers" : ""), parts);
  expect(made.prints.map(({ purpose }) => purpose)).toEqual(["measure", "measure", "publish"]);
  const [, , last] = made.prints;
  expect(
    Array.from(last?.content.matchAll(/<p id="offprint.b(\d+)">/g) ?? [], ([, id]) => Number(id)).slice(0, 5),
  ).toEqual([0, 9, 10, 19, 20]);
  // The document that is compared and traced keeps its ids.
  expect(made.page.content).toContain('<p id="offprint.b5">');
  expect(made.printed.count).toBe(20);
  expect([...made.printed.positions].map(([id, { page }]) => [id, page])).toEqual(
    blocks.map((id, index) => [id, Math.floor(index / 10) + 1]),
  );
});

test("parts whose pages are not those of the whole are not believed", async () => {
  const parts = [paragraphs(blocks.slice(0, 95)), paragraphs(blocks.slice(95))];
  const made = await paginated((measured) => paragraphs(blocks) + (measured ? "numbers" : ""), parts);
  expect(made.prints.map(({ purpose }) => purpose)).toEqual(["measure", "measure", "publish", "measure", "publish"]);
  expect(made.printed.positions.get("offprint.b199")?.page).toBe(20);
});

test("parts are not believed either where they have as many pages as the whole, divided elsewhere", async () => {
  const some = blocks.slice(0, 195);
  const parts = [paragraphs(some.slice(0, 95)), paragraphs(some.slice(95))];
  const made = await paginated((measured) => paragraphs(some) + (measured ? "numbers" : ""), parts);
  expect(made.prints.map(({ purpose }) => purpose)).toEqual(["measure", "measure", "publish", "measure", "publish"]);
  expect([97, 107].map((index) => made.printed.positions.get(`offprint.b${index}`)?.page)).toEqual([10, 11]);
});

test("a document that its page numbers lengthen is measured and printed again", async () => {
  const made = await paginated((measured) => {
    const page = measured?.positions?.get("offprint.b199")?.page;
    return `${paragraphs(blocks)}${page === undefined ? "" : `longer, ${page}`}`;
  });
  expect(made.prints.map(({ purpose }) => purpose)).toEqual(["measure", "publish", "measure", "publish"]);
  expect(made.page.content).toContain("longer, 21");
  expect(made.printed.positions.get("offprint.b5")?.page).toBe(2);
});

test("where the text has an id that is like one of ours, all keep their destinations", async () => {
  const made = await paginated((measured) => `${paragraphs(blocks)}${measured ? ' id="offprint.b5"' : ""}`);
  expect(made.prints.map(({ purpose }) => purpose)).toEqual(["measure", "publish"]);
  expect(made.prints[1]?.content).toBe(made.page.content);
});
