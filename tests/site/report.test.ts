import { createHash } from "node:crypto";
import axe from "axe-core";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { KnownReport } from "../../src/config/report-file.ts";
import type { Manifest } from "../../src/config/manifest-file.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { openPage } from "../support/open-page.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

const article = "---\ntitle: <A> memo\ndate: 2026-01-02\nlanguage: en\n---\n\n## One\n\nText. :fact[size] ![](x.png)\n";
const facts =
  'size: { value: 12, unit: "%", statement: The share, source: A source, checked: 2026-01-01, recheck: 2999-01-01, confidence: seen }\n';
const files = { "content/memo/article.md": article, "content/memo/facts.yaml": facts };

async function reportIn(folder: string): Promise<KnownReport> {
  return JSON.parse(await readFile(join(folder, "dist/memo/memo.report.json"), "utf8")) as KnownReport;
}

const read = (folder: string, name: string): Promise<string> => readFile(join(folder, "dist", name), "utf8");

/** What was found by which check on which file. */
const outcomes = ({ assertions }: KnownReport): string[] =>
  assertions.map(({ subject, test: asked, result }) => `${subject} ${asked} ${result.outcome}`);

test("a build of everything has a report: each check, each file, each fact, the same bytes again", async () => {
  const folder = await temporaryFolder(files);
  expect((await offprint(folder, ["build", "--format", "html,epub", "--no-page-list"])).code).toBe(0);
  const report = await reportIn(folder);
  expect(outcomes(report)).toEqual([
    "#publication #texts earl:cantTell",
    "memo.html #web-page earl:passed",
    "memo.html #text-parity earl:passed",
    "memo.epub #epubcheck-ts earl:passed",
    "memo.epub #e-book earl:passed",
    "memo.epub #retailers earl:passed",
    "memo.epub #text-parity earl:passed",
    "#publication #people earl:untested",
  ]);
  const [texts] = report.assertions;
  expect(texts?.result.findings).toContainEqual(
    expect.objectContaining({ rule: "imageHasAlt", file: "article.md", line: 9 }),
  );
  expect(report.assertors).toContainEqual(
    expect.objectContaining({ title: "EPUBCheck for TypeScript", version: expect.stringMatching(/^\d/) as string }),
  );
  for (const { test: asked } of report.assertions) expect(report.tests.map((known) => known["@id"])).toContain(asked);

  const manifest = JSON.parse(await read(folder, "memo/manifest.json")) as Manifest;
  for (const { path, sha256, size } of manifest.reports ?? []) {
    const bytes = await readFile(join(folder, "dist", path));
    expect([bytes.length, createHash("sha256").update(bytes).digest("hex")]).toEqual([size, sha256]);
  }
  expect(manifest.reports).toHaveLength(2);
  expect(await read(folder, "index.html")).toContain('href="memo/memo.report.html"');
  const page = await read(folder, "memo/memo.report.html");
  expect(page).toContain("&#x3C;A> memo");
  expect(page).toMatch(/The share<\/td>.*12%.*2026-01-01.*2999-01-01/);

  const before = await snapshot(join(folder, "dist"));
  await offprint(folder, ["build", "--format", "html,epub", "--no-page-list", "--no-cache"]);
  expect(await snapshot(join(folder, "dist"))).toEqual(before);
});

test("building some files keeps the reports of the others while their bytes are the same", async () => {
  const folder = await temporaryFolder(files);
  await offprint(folder, ["build", "--format", "html,epub", "--no-page-list"]);
  const whole = await reportIn(folder);
  await offprint(folder, ["build", "content/memo", "--edition", "web"]);
  expect(outcomes(await reportIn(folder))).toEqual(outcomes(whole));
  const path = join(folder, "dist/memo/manifest.json");
  const manifest = await readFile(path, "utf8");
  const { artifacts } = JSON.parse(manifest) as Manifest;
  const [, book] = artifacts;
  await writeFiles(folder, { "dist/memo/manifest.json": manifest.replace(book?.sha256 ?? "", "0".repeat(64)) });
  await offprint(folder, ["build", "content/memo", "--edition", "web"]);
  expect(outcomes(await reportIn(folder)).filter((line) => line.startsWith("memo.epub"))).toEqual([]);
  await writeFiles(folder, { "dist/memo/memo.report.json": '{"assertions":[{"subject":{"__proto__":1}}]}' });
  expect((await offprint(folder, ["build", "content/memo", "--edition", "web"])).code).toBe(0);
});

test("building one file writes a report on request, with results of other checkers for that file", async () => {
  const folder = await temporaryFolder(files);
  const build = ["build", "content/memo", "--format", "html,epub", "--no-page-list"];
  await offprint(folder, build);
  expect(Object.keys(await snapshot(join(folder, "dist/memo")))).not.toContain("memo.report.html");
  const ace = {
    "@type": "earl:report",
    "earl:assertedBy": { "doap:name": "DAISY Ace", "doap:release": { "doap:revision": "1.4.6" } },
    "earl:testSubject": { url: "memo.epub" },
    "earl:result": { "earl:outcome": "fail" },
    assertions: [
      {
        "earl:testSubject": { url: "one.xhtml" },
        assertions: [
          {
            "earl:test": { "dct:title": "image-alt", "earl:impact": "critical" },
            "earl:result": { "earl:outcome": "fail", "dct:description": "No <alt>." },
          },
        ],
      },
    ],
  };
  const vera = (name: string, size: number) => ({
    report: {
      buildInformation: { releaseDetails: [{ id: "core", version: "1.30.2" }] },
      jobs: [
        {
          itemDetails: { name, size },
          validationResult: {
            profileName: "PDF/UA-1 validation profile",
            compliant: true,
            details: { ruleSummaries: [] },
          },
        },
      ],
    },
  });
  const size = (await readFile(join(folder, "dist/memo/memo.html"))).length;
  await writeFiles(folder, {
    "ace.json": JSON.stringify(ace),
    "stale.json": JSON.stringify(vera("/data/memo.html", size + 1)),
    "dist/memo/memo.html.verapdf.json": JSON.stringify(vera("/data/dist/memo/memo.html", size)),
  });
  const { code, err } = await offprint(folder, [...build, "--results", "ace.json,stale.json"]);
  expect(code).toBe(0);
  expect(err.replaceAll(/\s+/g, " ")).toMatch(/stale\.json warning This is not a report of .* resultsKnown/);
  expect(err).not.toContain("ace.json");
  const found = outcomes(await reportIn(folder));
  expect(found).toContain("memo.epub #ace-report earl:failed");
  expect(found).toContain("memo.html #verapdf-pdf-ua-1 earl:passed");
  const page = await read(folder, "memo/memo.report.html");
  expect(page).toContain("No &#x3C;alt>.");
  expect(page).toContain("veraPDF 1.30.2");
});

test("axe finds nothing wrong with its page, and a telephone does not scroll it sideways", async () => {
  const folder = await temporaryFolder(files);
  await offprint(folder, ["build", "--format", "html,epub", "--no-page-list"]);
  const html = (await read(folder, "memo/memo.report.html")).replace(/<meta http-equiv="Content-Security[^>]*>/, "");
  for (const dark of [false, true]) {
    const page = await openPage(html, { width: 360, height: 640, dark });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate("axe.run()")) as { violations: { id: string }[] };
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
});
