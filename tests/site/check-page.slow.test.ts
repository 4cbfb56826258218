import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { offprint, snapshot } from "../support/command-line.ts";
import { openPage } from "../support/open-page.ts";
import { openPdf } from "../support/pdf.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

const article = (text: string): string => `---
title: A memo
date: 2026-01-02
language: en
url: https://example.org/memo
---

## One

${text} :fact[size]

## Two

Words.
`;

const facts = (value: number): string => `size:
  value: ${value}
  unit: "%"
  statement: The share
  source: A source
  checked: 2026-01-01
  recheck: 2999-01-01
  confidence: seen
`;

interface Release {
  readonly id: string;
  readonly sections: readonly object[];
  readonly facts: readonly object[];
}

async function releasesIn(folder: string): Promise<readonly Release[]> {
  const text = await readFile(join(folder, "dist/memo/releases.json"), "utf8");
  return (JSON.parse(text) as { releases: Release[] }).releases;
}

/** Where the output folder is on the web. */
const site = { "offprint.config.ts": 'export default { url: "https://example.org/" };\n' };

const build = (folder: string, format = "html") => offprint(folder, ["build", "memo", "--format", format]);

test("the page next to a publication names the current version and its changes since the others", async () => {
  const folder = await temporaryFolder({ ...site, "memo/article.md": article("First."), "memo/facts.yaml": facts(12) });
  expect((await build(folder)).code).toBe(0);
  const first = await snapshot(join(folder, "dist"));
  await build(folder);
  expect(await snapshot(join(folder, "dist"))).toEqual(first);
  const [before] = await releasesIn(folder);
  expect(before).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{8}$/) as string, sections: [], facts: [] });

  await writeFiles(folder, { "memo/article.md": article("Second."), "memo/facts.yaml": facts(13) });
  await build(folder);
  const [after, ...past] = await releasesIn(folder);
  expect(past).toMatchObject([{ ...before, files: [{ edition: "web" }] }]);
  expect(after).toMatchObject({
    sections: [
      { kind: "altered", title: "One" },
      { kind: "altered", title: "Sources and dates" },
    ],
    facts: [{ kind: "altered", title: "The share", before: "12%", after: "13%" }],
  });
  const page = await openPage(await readFile(join(folder, "dist/memo/check.html"), "utf8"), {
    width: 390,
    height: 800,
  });
  const shown = await page.$$eval(".releases > li", (items) => items.map((item) => (item as HTMLElement).innerText));
  expect(shown[0]).toContain(`Version ${after?.id}\n\nCurrent`);
  expect(shown[1]).toContain(`Version ${before?.id}\n\nSuperseded by ${after?.id}`);
  expect(await page.$eval(".expired", (line) => (line as HTMLElement).hidden)).toBe(true);
  const due = (await readFile(join(folder, "dist/memo/check.html"), "utf8")).replaceAll("2999-01-01", "2026-01-02");
  const later = await openPage(due, { width: 390, height: 800 });
  expect(await later.$eval(".expired", (line) => (line as HTMLElement).hidden)).toBe(false);

  // What comes back is the newest again, and is listed once.
  await writeFiles(folder, { "memo/article.md": article("First."), "memo/facts.yaml": facts(12) });
  await build(folder);
  expect((await releasesIn(folder)).map(({ id }) => id)).toEqual([before?.id, after?.id]);
});

test("a handout names its release, with a code for the page", async () => {
  const folder = await temporaryFolder({ ...site, "memo/article.md": article("First."), "memo/facts.yaml": facts(12) });
  expect((await build(folder, "pdf")).code).toBe(0);
  const [release] = await releasesIn(folder);
  const { texts, links } = await openPdf(new Uint8Array(await readFile(join(folder, "dist/memo/memo.pdf"))));
  expect(links.map(({ url }) => url)).toContain(`https://example.org/memo/check.html#${release?.id}`);
  expect(texts.join(" ")).toContain(`Version ${release?.id}. Is this copy current? example.org/memo/check.html`);
  const manifest = await readFile(join(folder, "dist/memo/manifest.json"), "utf8");
  expect(JSON.parse(manifest)).toMatchObject({ facts: [{ id: "size", pages: [1] }] });
});

test("where the folder is on no site, nothing is printed but the release, and no page is made for it", async () => {
  // The address of a text may be that of a page on a site that is not ours.
  const folder = await temporaryFolder({ "memo/article.md": article("First."), "memo/facts.yaml": facts(12) });
  expect((await build(folder)).code).toBe(0);
  const files = await snapshot(join(folder, "dist"));
  expect(Object.keys(files)).toEqual(["memo/manifest.json", "memo/memo.html"]);
  const { release } = JSON.parse(files["memo/manifest.json"] ?? "") as { release: string };
  expect(files["memo/memo.html"]).toContain(`<p>Version ${release}</p>`);
});

test("the library page lists the changes of a publication's newest version", async () => {
  const folder = await temporaryFolder({
    "content/memo/article.md": article("First."),
    "content/memo/facts.yaml": facts(12),
  });
  const buildAll = () => offprint(folder, ["build", "--format", "html"]);
  expect((await buildAll()).code).toBe(0);
  const library = () => readFile(join(folder, "dist/index.html"), "utf8");
  expect(await library()).not.toContain('class="changes"');
  await writeFiles(folder, { "content/memo/article.md": article("Second."), "content/memo/facts.yaml": facts(13) });
  await buildAll();
  const page = await openPage(await library(), { width: 1000, height: 800 });
  await page.$eval(".changes", (details) => ((details as HTMLDetailsElement).open = true));
  const lines = await page.$$eval(".changes li", (items) => items.map((item) => item.textContent.trim()));
  expect(lines).toEqual(["Changed: One", "Changed: Sources and dates", "Changed: The share: 12% → 13%"]);
  expect(await page.$eval(".check a", (link) => link.getAttribute("href"))).toBe("memo/check.html");
  // Built again, and in part, it says the same.
  const first = await library();
  await offprint(folder, ["build", "content/memo", "--format", "html"]);
  expect(await library()).toBe(first);
});

test("a build into an empty folder finds the changes since the previous release", async () => {
  const folder = await temporaryFolder({
    ...site,
    "memo/article.md": article("First."),
    "memo/facts.yaml": facts(12),
  });
  const into = (out: string, ...more: string[]) =>
    offprint(folder, ["build", "memo", "--format", "html", "--out", out, ...more]);
  const listIn = async (path: string) =>
    (JSON.parse(await readFile(join(folder, path), "utf8")) as { releases: Release[] }).releases;
  expect((await into("one")).code).toBe(0);
  const [first] = await listIn("one/memo/releases.json");
  await writeFiles(folder, { "memo/article.md": article("Second."), "memo/facts.yaml": facts(13) });
  expect((await into("two", "--previous", "one")).code).toBe(0);
  const second = await listIn("two/memo/releases.json");
  expect(second).toHaveLength(2);
  // A release that was replaced keeps the digests of its files.
  expect(second[1]).toMatchObject({ ...first, files: [{ edition: "web" }] });
  expect(second[0]).toMatchObject({ sections: [{ title: "One" }, {}], facts: [{ before: "12%", after: "13%" }] });
  // Files of a release lie beside each other; a folder that has made this release already learns of those before.
  await writeFiles(folder, {
    "assets/memo.manifest.json": await readFile(join(folder, "one/memo/manifest.json"), "utf8"),
    "assets/memo.releases.json": await readFile(join(folder, "one/memo/releases.json"), "utf8"),
    "other/memo.manifest.json": '{"slug":"memo"}',
  });
  await into("three");
  expect(await listIn("three/memo/releases.json")).toHaveLength(1);
  await into("three", "--previous", "assets");
  expect(await listIn("three/memo/releases.json")).toEqual(second);
  await into("four", "--previous", "one/memo/manifest.json");
  expect(await listIn("four/memo/releases.json")).toEqual(second);
  // Nothing of it, or what is damaged, is no mistake; nothing at all is.
  expect((await into("five", "--previous", "other")).code).toBe(0);
  expect(await listIn("five/memo/releases.json")).toHaveLength(1);
  const { code, err } = await into("six", "--previous", "none");
  expect([code, err]).toEqual([2, expect.stringContaining("There is no release") as string]);
});
