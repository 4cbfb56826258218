import { expect, test } from "vitest";
import { build } from "../../src/pipeline/build.ts";
import { openBuildCache } from "../../src/pipeline/build-cache.ts";
import type { BuildRequest } from "../../src/pipeline/build-request.ts";
import { openEditor } from "../support/editor.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { worldIn, worldOf } from "../support/world.ts";

const clock = { now: () => new Date("2026-11-24T12:00:00Z") };

const fact = (id: string, value: number, more = ""): string =>
  `${id}:\n  value: ${value}\n  statement: What ${id} is.\n  source: An office\n  checked: 2026-11-01\n  confidence: seen\n${more}`;
const work = (id: string, title: string): string =>
  `- { id: ${id}, type: book, title: ${title}, author: [{ family: Doe }], issued: 2020 }\n`;

const shared = {
  "shared/facts.yaml": fact("fee", 100, "  recheck: 2026-11-20\n") + fact("rate", 55) + fact("late", 3),
  "shared/glossary.yaml":
    "- term: GPA\n  expansion: grade point average\n- term: adviser\n  definition: Who advises.\n- term: never\n  definition: Not used.\n",
  "shared/references.yaml": work("doe", "Shared work") + work("roe", "Work that is not cited"),
  "shared/parts/notice.md": "A notice from ![the office](sign.svg).\n",
  "shared/parts/sign.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
  "shared/style.web.css": "h2{color:#123456}",
};

async function make(files: Record<string, string>, change: Partial<BuildRequest> = {}) {
  const outcome = await build(worldOf(files, { clock }), {
    sources: ["content"],
    editions: ["web"],
    config: {},
    toolVersion: "0",
    ...change,
  });
  const texts = (outcome.ok ? outcome.value : []).map(({ artifacts }) => new TextDecoder().decode(artifacts[0]?.bytes));
  const found = outcome.diagnostics.map(({ rule, file, message }) => `${rule} ${file ?? ""}: ${message}`);
  return { found, texts, pages: texts.map((text) => text.replaceAll(/<style>.*?<\/style>|<[^>]+>/gs, "")) };
}

test("a publication uses the shared files that it needs, without findings for the others", async () => {
  const article =
    "# One\n\nThe rate is :fact[rate], as [@doe] says. Ask an adviser about your GPA.\n\n::include{file=parts/notice.md}\n";
  const { found, texts, pages } = await make({ ...shared, "content/one/article.md": article });
  expect(found).toEqual([]);
  expect(pages[0]).toMatch(/The rate is 55.*Ask an adviser about your GPA \(grade point average\)/s);
  expect(pages[0]).toMatch(/Shared Work/i);
  expect(pages[0]).not.toMatch(/not cited|Not used/i);
  expect(texts[0]).toContain('alt="the office"');
  expect(texts[0]).toContain("h2{color:#123456}");
});

test("settings nearer to the text take precedence, key by key", async () => {
  const own = {
    "content/one/facts.yaml": fact("rate", 66),
    "content/one/glossary.yaml": "- term: GPA\n  expansion: great point average\n",
    "content/one/references.yaml": work("doe", "Own work"),
    "content/one/parts/notice.md": "My own notice.\n",
    "content/one/style.web.css": "h2{color:#654321}",
    "content/one/article.md":
      "# One\n\n:fact[rate] of :fact[fee]; [@doe]. GPA, adviser.\n\n::include{file=parts/notice.md}\n",
  };
  const { found, texts, pages } = await make({ ...shared, ...own });
  expect(found).toEqual(['factCurrent shared/facts.yaml: The fact "fee" had to be checked again by 2026-11-20.']);
  expect(pages[0]).toMatch(/66.* of .*100/s);
  expect(pages[0]).toMatch(/great point average.*Who advises/s);
  expect(pages[0]).toMatch(/Own Work/i);
  expect(pages[0]).toContain("My own notice.");
  expect(pages[0]).not.toMatch(/Shared Work|grade point|A notice/i);
  expect(texts[0]).toMatch(/h2\{color:#123456\}\s*h2\{color:#654321\}/);
});

test("unused entries of a publication's own files are still reported", async () => {
  const { found } = await make({
    ...shared,
    "content/one/article.md": "# One\n\nText.\n",
    "content/one/facts.yaml": fact("rate", 66),
  });
  expect(found).toEqual([expect.stringContaining("factUsed content/one/facts.yaml")]);
});

test("a mistake in a shared file is reported once, at its position", async () => {
  const { found } = await make({
    "shared/glossary.yaml": "- term: word\n  meaning: None.\n",
    "shared/style.web.css": "p{background:url(https://example.org/x.png)}",
    "content/one/article.md": "# One\n\nText.\n",
    "content/two/article.md": "# Two\n\nText.\n",
  });
  expect(found.map((line) => line.split(":")[0])).toEqual([
    "glossaryShape shared/glossary.yaml",
    "keyKnown shared/glossary.yaml",
    "styleConfined shared/style.web.css",
  ]);
});

test("the configuration names another folder, which may be outside the root but must exist", async () => {
  const files = {
    "house/facts.yaml": fact("rate", 55),
    "house/parts/notice.md": shared["shared/parts/notice.md"],
    "house/parts/sign.svg": shared["shared/parts/sign.svg"],
    "secret.md": "A secret.\n",
    "content/one/article.md":
      "# One\n\n:fact[rate]\n\n::include{file=parts/notice.md}\n\n::include{file=../../secret.md}\n",
  };
  const root = "content";
  const { found, texts } = await make(files, { root, config: { shared: "house" } });
  expect(found.map((line) => line.split(":")[0])).toEqual(["fileConfined content/one/article.md"]);
  expect(texts[0]).toContain('alt="the office"');
  expect((await make(files, { root, config: {} })).found.join()).toMatch(
    /factDefined.*fileExists|fileExists.*factDefined/s,
  );
  expect((await make(files, { config: { shared: "hous" } })).found).toEqual([
    'configShape the options: There is no folder "hous", which the configuration shares.',
  ]);
});

test("texts that are shared are no chapters of a folder without a list", async () => {
  const files = { "a.md": "# A\n\nText.\n", "b.md": "# B\n\nText.\n", ...shared };
  const { found, pages } = await make(files, { sources: ["."] });
  expect(found.join()).toContain("The 2 chapters");
  expect(pages[0]).not.toContain("A notice");
});

test("publications inherit the metadata of their project, and may override it", async () => {
  const config = {
    metadata: {
      authors: [{ name: "The office" }],
      publisher: "A college",
      licence: "CC-BY-4.0",
      language: "en-GB",
      series: { name: "Guides" },
      variables: { phone: "555-0100", room: "1" },
    },
  };
  const { found, texts, pages } = await make(
    {
      "content/one/article.md": "# One\n\nRoom {{room}}, {{phone}}.\n",
      "content/two/article.md":
        "---\nlanguage: es\npublisher: Otra casa\nvariables: { room: 7 }\n---\n\n# Dos\n\nSala {{room}}, {{phone}}.\n",
      "content/three/publication.yaml": "title: Three\nchapters: [a.md]\n",
      "content/three/a.md": "---\nlanguage: de\n---\n\n# Eins\n\nEin Text.\n",
    },
    { config },
  );
  expect(found).toEqual([]);
  const languages = texts.map((text) => /<html lang="([^"]+)"/.exec(text)?.[1]);
  expect(languages).toEqual(["en-GB", "de", "es"]);
  expect(pages[0]).toContain("Room 1, 555-0100.");
  expect(pages[2]).toContain("Sala 7, 555-0100.");
  for (const page of pages) expect(page).toMatch(/The office.*Guides/s);
  expect(pages[0]).toContain("A college");
  expect(pages[2]).not.toContain("A college");
});

test("rebuilds when only a shared file has changed", async () => {
  const folder = await temporaryFolder({ ...shared, "content/one/article.md": "# One\n\nThe rate: :fact[rate].\n" });
  const here = worldIn(folder, { clock });
  const world = { ...here, host: { ...here.host, cacheFolder: await temporaryFolder() } };
  const request = { sources: ["content"], editions: ["web"], config: {}, toolVersion: "0" } as const;
  const run = async () => {
    const outcome = await build(world, { ...request, cache: openBuildCache(world, {}) });
    return outcome.ok ? new TextDecoder().decode(outcome.value[0]?.artifacts[0]?.bytes) : "";
  };
  expect(await run()).toMatch(/The rate: .*55/);
  await writeFiles(folder, { "shared/facts.yaml": fact("rate", 56) });
  expect(await run()).toMatch(/The rate: .*56/);
});

test("an editor knows the names that a project shares", async () => {
  const editor = await openEditor({ ...shared, "content/one/article.md": "# One\n\nText.\n" });
  try {
    expect(await editor.complete("content/one/article.md", "# One\n\n:fact[|]\n")).toEqual(
      expect.arrayContaining(["fee", "rate"]),
    );
    expect(await editor.complete("content/one/article.md", "# One\n\n@|\n")).toEqual(expect.arrayContaining(["doe"]));
  } finally {
    await editor.close();
  }
});
