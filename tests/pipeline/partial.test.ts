import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { verifyHtml } from "../../src/formats/html/check.ts";
import { makeEditions } from "../../src/pipeline/make-editions.ts";
import { fail, succeed } from "../../src/model/outcome.ts";
import { offprint } from "../support/command-line.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";

type EditionsRequest = Parameters<typeof makeEditions>[0];

const request = {
  common: {} as EditionsRequest["common"],
  order: ["handout", "large-print"],
  wanted: ["handout", "large-print"],
  counted: undefined,
  step: () => undefined,
  signal: undefined,
} as const;

const made = (edition: "handout" | "large-print") => {
  const artifact = { path: "a", edition, bytes: new Uint8Array(), mediaType: "", sha256: "", madeFrom: [] };
  return succeed({ artifact, pageMap: undefined, positions: undefined, suites: [] });
};

test("an edition that fails its checks stops no other", async () => {
  const outcome = await makeEditions({
    ...request,
    make: async ({ edition }) =>
      edition === "handout" ? fail(diagnostic("pdfValid", "Wrong.", undefined, { file: "a.md" })) : made("large-print"),
  });
  expect(outcome.ok && [...outcome.value.keys()]).toEqual(["large-print"]);
  expect(printDiagnostics(outcome.diagnostics)).toBe("a.md error pdfValid Wrong.\n");
});

test("an edition in which Offprint fails stops no other", async () => {
  const outcome = await makeEditions({
    ...request,
    make: async ({ edition }) => {
      if (edition === "handout") throw new Error("Broken");
      return made("large-print");
    },
  });
  expect(outcome.ok && [...outcome.value.keys()]).toEqual(["large-print"]);
  expect(printDiagnostics(outcome.diagnostics)).toContain(
    "internalFault Offprint failed to make the edition handout: Broken",
  );
});

test("an incomplete page is reported as a fault of the work", () => {
  const page = new TextEncoder().encode('<!doctype html><html lang="en"><title>A</title><p id="a"><p id="a">');
  expect(verifyHtml(page, "a.html")[0]).toMatchObject({ rule: "htmlValid", severity: "error", concern: "work" });
});

test("fails where every edition fails", async () => {
  const outcome = await makeEditions({ ...request, make: async () => fail(diagnostic("pdfValid", "Wrong.")) });
  expect(outcome.ok).toBe(false);
});

test("fails where only editions remain that were made for their page numbers", async () => {
  const outcome = await makeEditions({
    ...request,
    order: ["handout", "ebook"],
    wanted: ["ebook"],
    counted: "handout",
    make: async ({ edition }) =>
      edition === "handout" ? made("handout") : fail(diagnostic("epubValid", "Wrong.", undefined, { file: "a.md" })),
  });
  expect(outcome.ok).toBe(false);
  expect(printDiagnostics(outcome.diagnostics)).toBe("a.md error epubValid Wrong.\n");
});

test("a publication that cannot be made stops no other, and the end is no success; --strict writes nothing", async () => {
  const folder = await temporaryFolder({
    "good.md": "# Good\n\nText.\n",
    "bad.md": "---\nkeywords: &a [*a]\n---\n\nText.\n",
  });
  const strict = await offprint(folder, ["build", "good.md", "bad.md", "--format", "html", "--strict", "--no-cache"]);
  expect(existsSync(join(folder, "dist"))).toBe(false);
  const ran = await offprint(folder, ["build", "good.md", "bad.md", "--format", "html", "--no-cache"]);
  expect(strict.code).toBe(1);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain("Written dist/good/good.html");
  expect(ran.err).toContain("yamlParses");
  expect(existsSync(join(folder, "dist/bad"))).toBe(false);
});
