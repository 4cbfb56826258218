import { cp, readdir, readFile, truncate } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { build } from "../../src/pipeline/build.ts";
import type { BuildRequest } from "../../src/pipeline/build-request.ts";
import { storeFolder } from "../../src/cache/store.ts";
import type { OffprintConfig } from "../../src/config/offprint-config.ts";
import { succeed } from "../../src/model/outcome.ts";
import type { EditionName } from "../../src/model/edition.ts";
import type { Browser } from "../../src/model/browser.ts";
import type { BrowserProgram, World } from "../../src/model/world.ts";
import { openBuildCache } from "../../src/pipeline/build-cache.ts";
import { offprint } from "../support/command-line.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { openBrowser } from "../support/print-pdf.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const files = {
  "text/article.md": `---
title: A text
date: 2026-11-01
review: { checked: 2026-11-01, next: 2026-12-01 }
citation-style: style.csl
---

A first word[^1], a fact: :fact[rate], a source: [@book], a term: handout.

![A square](square.svg)

::include{file=part.md}

\`\`\`chart
kind: bar
data: rates.csv
x: { field: year, title: Year }
y: { title: Rate, unit: "%" }
series: [{ field: rate, label: Rate }]
caption: Rates.
summary: They rise.
\`\`\`

[^1]: A note.
`,
  "text/part.md": "What is included.\n",
  "text/rates.csv": "year,rate\n2024,70\n2025,75\n",
  "text/square.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
  "text/facts.yaml": `rate:
  value: 70
  statement: The rate
  source: A yearbook
  checked: 2026-11-01
  recheck: 2026-12-01
  confidence: seen
`,
  "text/glossary.yaml": "- term: handout\n  definition: What is handed out.\n",
  "text/references.yaml":
    "- id: book\n  type: book\n  title: A book\n  author: [{ family: Writer, given: A. }]\n  issued: 2020\n",
  "text/style.csl": `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Short</title><id>short</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout prefix="(" suffix=")"><text variable="title"/></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>
`,
};

const plain = { "text/article.md": "---\ntitle: A text\ndate: 2026-11-01\n---\n\nText.\n" };

/** Prints each document once and remembers the print. */
let printed: Browser;
let real: Browser;
beforeAll(async () => {
  real = await openBrowser();
  const prints = new Map<string, Promise<Uint8Array>>();
  const print = (html: string) => {
    const pdf = prints.get(html) ?? real.print(html);
    prints.set(html, pdf);
    return pdf;
  };
  printed = { ...real, print, close: () => Promise.resolve() };
});
afterAll(() => real.close());

interface Change {
  readonly editions?: readonly EditionName[];
  readonly config?: OffprintConfig;
  readonly day?: string;
  readonly toolVersion?: string;
  readonly anew?: boolean;
  readonly variables?: Record<string, string>;
  /** What can be told of the browser before it is started, and what it turns out to be. */
  readonly program?: BrowserProgram | undefined;
  readonly browser?: Partial<Browser>;
}

let folder: string;
let cacheFolder: string;

/** A folder with these files, and an empty cache. */
async function begin(texts: Readonly<Record<string, string>> = plain): Promise<void> {
  folder = await temporaryFolder(texts);
  cacheFolder = await temporaryFolder();
}

/** Build the text; `made` counts what was kept for the next time, `artifacts` those among it, `asked` is what was asked of a browser. */
async function run(change: Change = {}) {
  const asked = { opened: false, printed: false };
  const path = "/opt/browser";
  const { editions = ["web"], config = {}, toolVersion = "1", day = "2026-11-24", variables = {} } = change;
  const program = "program" in change ? change.program : { path, identity: "1" };
  const browser = { ...printed, path, ...change.browser };
  const print = (html: string) => {
    asked.printed = true;
    return browser.print(html);
  };
  const open = () => {
    asked.opened = true;
    return Promise.resolve(succeed<Browser>({ ...browser, print }));
  };
  const here = worldIn(folder);
  const world: World = {
    ...here,
    clock: { now: () => new Date(`${day}T12:00:00Z`) },
    host: { ...here.host, cacheFolder, variables },
    browsers: { ...here.browsers, open, identify: () => Promise.resolve(program) },
  };
  const before = await remaining();
  const request: BuildRequest = { sources: ["text"], editions, config, toolVersion };
  const built = await build(world, {
    ...request,
    ...(change.anew !== true && { cache: openBuildCache(world, config) }),
  });
  const added = (await remaining()).filter((name) => !before.includes(name));
  // Fonts and charts are kept too.
  const texts = await Promise.all(added.map((name) => readFile(join(store(), name), "latin1")));
  const artifacts = texts.filter((text) => text.includes("mediaType")).length;
  return { built, made: added.length, artifacts, asked, notes: printDiagnostics(built.diagnostics) };
}

const store = (): string => storeFolder({ ...worldIn(folder).host, cacheFolder });
const remaining = (): Promise<string[]> => readdir(store()).catch(() => []);

const formats: readonly EditionName[] = ["web", "ebook", "handout"];

test("the second build gives the bytes and manifest of the first, and those of a build without the cache", async () => {
  await begin(files);
  const first = await run({ editions: formats });
  expect(first.notes).toBe("");
  expect(first.asked).toEqual({ opened: true, printed: true });
  expect(first.made).toBeGreaterThan(formats.length);
  const second = await run({ editions: formats });
  expect(second).toMatchObject({ made: 0, asked: { opened: false, printed: false } });
  const anew = await run({ editions: formats, anew: true });
  expect(anew.asked).toEqual({ opened: true, printed: true });
  expect(first.built.ok && first.built.value[0]?.artifacts.map(({ edition }) => edition)).toEqual(formats);
  expect(second.built).toEqual(first.built);
  expect(anew.built).toEqual(first.built);
  expect(first.built.ok && first.built.value[0]?.manifest.browser).toBe(real.version);
}, 180_000);

test("an artifact is made again when anything that it is made from has changed", async () => {
  await begin(files);
  await run();
  const changes: readonly (readonly [file: string, from: string, to: string])[] = [
    ["text/article.md", "first word", "first term"],
    ["text/article.md", "A note.", "A  note."],
    ["text/article.md", "title: A text", "title: The text"],
    ["text/part.md", "included", "put in"],
    ["text/rates.csv", "75", "76"],
    ["text/square.svg", 'width="9"', 'width="8"'],
    ["text/facts.yaml", "value: 70", "value: 71"],
    ["text/glossary.yaml", "handed out", "given out"],
    ["text/references.yaml", "A book", "The book"],
    ["text/style.csl", 'prefix="("', 'prefix="["'],
  ];
  for (const [file, from, to] of changes) {
    const text = await readFile(join(folder, file), "utf8");
    expect(text).toContain(from);
    await writeFiles(folder, { [file]: text.replace(from, to) });
    expect((await run()).artifacts, `${from} in ${file}`).toBe(1);
    await writeFiles(folder, { [file]: text });
    expect((await run()).made, file).toBe(0);
  }
}, 180_000);

describe("an artifact is made again for another", () => {
  beforeEach(async () => {
    await begin();
    await run();
  });

  const requests: readonly (readonly [what: string, change: Change])[] = [
    ["edition", { editions: ["handout"] }],
    ["version", { toolVersion: "2" }],
    ["option of the template", { config: { template: { name: "handout", options: { accent: "#7a1f5f" } } } }],
    ["date of the source", { variables: { SOURCE_DATE_EPOCH: "1700000000" } }],
  ];
  test.each(requests)("%s", async (_, change) => {
    expect((await run(change)).artifacts).toBe(1);
  });

  test("style sheet of the template", async () => {
    await cp(join(worldIn("/").host.toolFolder, "templates"), join(folder, "own"), { recursive: true });
    const config = { templates: "own" };
    // The same files in another place are the same template.
    expect((await run({ config })).made).toBe(0);
    const path = join("own", "handout", "screen.css");
    await writeFiles(folder, { [path]: `${await readFile(join(folder, path), "utf8")}\np { color: inherit; }\n` });
    expect((await run({ config })).artifacts).toBe(1);
  });
});

describe("the browser", () => {
  beforeEach(() => begin());

  const editions: readonly EditionName[] = ["handout"];

  test("is another when its program is, and prints again", async () => {
    await run({ editions });
    expect((await run({ editions })).asked.printed).toBe(false);
    const program = { path: "/opt/browser", identity: "2" };
    expect((await run({ editions, program })).asked.printed).toBe(true);
  });

  test("is started for its version where its program does not tell it", async () => {
    const unknown = { editions, program: undefined };
    expect((await run(unknown)).asked).toEqual({ opened: true, printed: true });
    expect((await run(unknown)).asked).toEqual({ opened: true, printed: false });
    expect((await run({ ...unknown, browser: { version: "Another/2" } })).asked).toEqual({
      opened: true,
      printed: true,
    });
  });

  test("keeps nothing where another one has printed than the one whose program was seen", async () => {
    const other = { editions, browser: { path: "/usr/bin/other" } };
    await run(other);
    expect((await run(other)).asked.printed).toBe(true);
    expect((await run({ editions })).asked.printed).toBe(true);
  });

  test("that fails is asked again the next time", async () => {
    const failed = await run({ editions, browser: { print: () => Promise.reject(new Error("It is tired.")) } });
    expect(failed.built.ok).toBe(false);
    expect((await run({ editions })).built.ok).toBe(true);
  });

  test.each([
    ["letters", { "text/article.md": "# A text\n\nA letter without a font: 𓀀.\n" }],
    [
      "pictures with text",
      {
        "text/article.md": "# A text\n\n![A letter](letter.svg)\n",
        "text/letter.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text y="9">A</text></svg>',
      },
    ],
  ])("prints %s from the fonts of the machine each time, as they may have changed", async (_, change) => {
    await writeFiles(folder, change);
    await run({ editions });
    expect((await run({ editions })).asked.printed).toBe(true);
  });
});

describe("diagnostics", () => {
  test("cached artifacts have their original findings", async () => {
    await begin({ "text/article.md": "---\ntitle: A title with 𓀀\ndate: 2026-11-01\n---\n\nText.\n" });
    const first = await run({ editions: ["ebook"] });
    expect(first.notes).toMatch(/ coverGlyphs /);
    const second = await run({ editions: ["ebook"] });
    expect(second.made).toBe(0);
    expect(second.built.diagnostics).toEqual(first.built.diagnostics);
  });

  test("that depend on the day are those of today", async () => {
    await begin(files);
    expect((await run({ day: "2026-11-24" })).notes).toBe("");
    const later = await run({ day: "2026-12-24" });
    expect(later.made).toBe(0);
    expect(later.notes).toMatch(/article\.md:4:\d+ warning reviewCurrent .*\n.*facts\.yaml:6:\d+ warning factCurrent /);
  });
});

test("a damaged entry is made again, and the build does not notice", async () => {
  await begin();
  const first = await run({ editions: ["web", "ebook"] });
  const entries = await remaining();
  for (const name of entries) await truncate(join(store(), name), 100);
  const second = await run({ editions: ["web", "ebook"] });
  expect(second.built).toEqual(first.built);
  expect(await remaining()).toEqual(entries);
});

test("the command line uses the cache unless told otherwise", async () => {
  await begin();
  const host = { ...worldIn(folder).host, cacheFolder };
  const words = ["text", "--edition", "web"];
  expect((await offprint(folder, ["build", ...words, "--no-cache"], { host })).code).toBe(0);
  expect(await remaining()).toEqual([]);
  const page = await readFile(join(folder, "dist/text/text.html"));
  expect((await offprint(folder, ["check", ...words], { host })).code).toBe(0);
  const entries = await remaining();
  expect(entries).toHaveLength(1);
  expect((await offprint(folder, ["build", ...words], { host })).code).toBe(0);
  expect(await remaining()).toEqual(entries);
  expect(await readFile(join(folder, "dist/text/text.html"))).toEqual(page);
});
