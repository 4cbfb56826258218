import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { succeed } from "../../../src/model/outcome.ts";
import { paginate } from "../../../src/formats/pdf/paginate/paginate.ts";
import type { Pagination } from "../../../src/formats/pdf/paginate/pagination.ts";

type Printed = Parameters<Pagination["browser"]["print"]>;

/** Paginates a document of some blocks whose second composition differs from the first; returns what was printed when. */
async function printsOf(blocks: number): Promise<string[]> {
  const document = await PDFDocument.create();
  document.addPage();
  const bytes = await document.save();
  const events: string[] = [];
  const print = async (...[content, purpose]: Printed): Promise<Uint8Array> => {
    events.push(`${content}, ${purpose}`);
    await new Promise((resolve) => void setTimeout(resolve, 5));
    events.push(`end of ${content}`);
    return bytes;
  };
  const common = { path: "", title: "", wordsIn: () => new Map(), corners: {}, outline: [], mostPrints: 4 };
  const names = Array.from({ length: blocks }, (_, index) => [`b${index}`, `b${index}`] as const);
  const compose = (measured?: object) =>
    succeed({ ...common, content: measured ? "text with pages" : "text", blocks: new Map(names) });
  const composeRunningHeads = () => succeed({ path: "", title: "", content: "heads", rows: [] });
  const request = { compose, composeRunningHeads, browser: { print } } as unknown as Pagination;
  const made = await paginate(request);
  expect(made.ok).toBe(true);
  return events;
}

test("the running heads of a short document are printed after it, in its tab", async () => {
  expect(await printsOf(10)).toEqual([
    "text, publish",
    "end of text",
    "text with pages, publish",
    "end of text with pages",
    "heads, measure",
    "end of heads",
  ]);
});

test("those of a long document are printed beside it, and only its last print has tags", async () => {
  expect(await printsOf(200)).toEqual([
    "text, measure",
    "end of text",
    "text with pages, publish",
    "heads, measure",
    "end of text with pages",
    "end of heads",
  ]);
});
