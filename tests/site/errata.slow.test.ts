import { expect, test } from "vitest";
import type { Manifest } from "../../src/config/manifest-file.ts";
import type { ListedRelease } from "../../src/config/releases-file.ts";
import { composeErrataPage } from "../../src/site/errata-page.ts";
import { openPage } from "../support/open-page.ts";
import { openPdf } from "../support/pdf.ts";

const memo = { slug: "memo", title: "A memo", language: "en", artifacts: [] } as unknown as Manifest;
const section = { kind: "altered", title: "A section with a title of some length", page: 7, formerPage: 6 } as const;
const fact = { kind: "altered", title: "The fee", before: "$10", after: "$12" } as const;
const before: ListedRelease = { id: "aaaaaaaa", date: "2026-01-02", sections: [], facts: [] };

test("a slip prints on one page, with forty changes too", async () => {
  for (const length of [1, 40]) {
    const sections = Array.from({ length }, () => section);
    const newest: ListedRelease = { id: "bbbbbbbb", date: "2026-02-02", sections, facts: [fact] };
    const page = await openPage(composeErrataPage(memo, [newest, before]) ?? "", { width: 800, height: 800 });
    const { document } = await openPdf(await page.pdf({ preferCSSPageSize: true, format: "letter" }));
    expect(document.numPages).toBe(1);
  }
});
