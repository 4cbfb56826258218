import { afterAll, beforeAll, expect, test } from "vitest";
import { examinePdf, inspectPdf } from "../../src/formats/pdf/check.ts";
import { finishPrint, type Printed } from "../../src/formats/pdf/finish-print.ts";
import { writePdf } from "../../src/formats/pdf/write.ts";
import type { Browser } from "../../src/model/browser.ts";
import type { PageMap } from "../../src/model/page-map.ts";
import type { Workers } from "../../src/model/worker.ts";
import { pdfTasks, pdfWork } from "../../src/formats/pdf/work.ts";
import { readHost } from "../../src/world/host.ts";
import { createWorkers } from "../../src/world/workers.ts";
import { openBrowser, preparePrinting, valueOf } from "../support/print-pdf.ts";

const article = `---
title: A text
date: 2026-11-01
language: en
contents: true
---

## One {#one}

Words, a note[^1], a [reference](#two) and a picture.

![A square](square.svg)

## Two {#two}

| a | b |
| - | - |
| 1 | 2 |

## Three

$$x^2$$

[^1]: The note.
`;

const square = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60"/></svg>';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function made(workers: Workers | undefined) {
  const { expectation, ...printing } = await preparePrinting({ "article.md": article, "square.svg": square });
  const work = pdfWork(workers, 0);
  const request = { ...printing, edition: "handout", browser, toolVersion: "0", standard: "ua-1" } as const;
  const early: PageMap[] = [];
  const finishing = (print: Printed) => work.finish(print, (pageMap) => void early.push(pageMap));
  const { publication: _, ...pdf } = valueOf(await writePdf({ ...request, mapsPages: true, finishing }));
  // Another title than the file's, so that there is something to report.
  const wrong = { ...expectation, title: "Another text" };
  const verification = { file: "a.pdf", standard: "ua-1", expectation: wrong } as const;
  return { pdf, early, ...(await inspectPdf(pdf.bytes, verification, work.examine)) };
}

test("a PDF that another process finishes and checks is the same, byte for byte and finding for finding", async () => {
  const asked: string[] = [];
  const workers = createWorkers(readHost());
  const counted: Workers = {
    run(program, ...task) {
      asked.push(program);
      return workers.run(program, ...task);
    },
  };
  const { early: none, ...here } = await made(undefined);
  expect(here.pdf.pageMap?.starts).toHaveLength(here.pdf.pages);
  expect(here.found).not.toEqual([]);
  expect(here.text).toContain("The note.");
  expect(none).toEqual([]);
  expect(await made(counted)).toEqual({ ...here, early: [here.pdf.pageMap] });
  expect(asked).toEqual(["pdf-worker", "pdf-worker"]);
});

test("a process that has read the document before makes the same of it, and another's file is not checked for it", async () => {
  const run = pdfTasks();
  const { expectation, ...printing } = await preparePrinting({ "article.md": article, "square.svg": square });
  const request = { ...printing, edition: "handout", browser, toolVersion: "0", standard: "ua-1" } as const;
  const prints: Printed[] = [];
  const finishing = async (print: Printed) => {
    prints.push(print);
    return finishPrint(print);
  };
  const { bytes } = valueOf(await writePdf({ ...request, finishing }));
  const [print] = prints;
  expect(await run({ document: print?.html })).toBeUndefined();
  expect(await run({ print, number: 7 })).toMatchObject({ bytes });
  expect(await run({ number: 8, verification: { standard: "ua-1", expectation } })).toBeUndefined();
});

test("where no process can be had, the work is done in this one", async () => {
  const workers: Workers = { run: () => Promise.reject(new Error("There is no memory.")) };
  const { pdf, found } = await made(workers);
  expect(found).toEqual((await made(undefined)).found);
  expect(
    (await examinePdf(pdf.bytes, { standard: "ua-1", expectation: (await printed()).expectation })).faults,
  ).toEqual([]);
});

const printed = () => preparePrinting({ "article.md": article, "square.svg": square });
