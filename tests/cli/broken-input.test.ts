import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { fail } from "../../src/model/outcome.ts";
import type { World } from "../../src/model/world.ts";
import { realWorld } from "../../src/world/node.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

/** What a user can get wrong: the files that are broken, the command, the exit code, what is said. */
const mistakes = [
  {
    name: "a file that is not there",
    files: {},
    sources: ["gone.md"],
    code: 2,
    says: /"gone\.md" does not exist/,
  },
  {
    name: "a web address",
    files: {},
    sources: ["https://example.org/a.md"],
    code: 2,
    says: /"https:\/\/example\.org\/a\.md" is a web address[\s\S]*save the page first/,
  },
  {
    name: "an output folder that is a file",
    files: { "text/article.md": "# A text\n\nWords.\n" },
    sources: ["text", "--out", "text/article.md"],
    code: 2,
    says: /article\.md" is a file, not a folder/,
  },
  {
    name: "an option that the command does not have",
    files: {},
    sources: ["--formt", "html"],
    code: 2,
    says: /Unknown option '--formt'[\s\S]*Run `offprint build --help` for a list/,
  },
  {
    name: "nothing, where there is nothing",
    files: {},
    sources: [],
    code: 2,
    says: /"content" does not exist[\s\S]*`offprint init` begins it/,
  },
  {
    name: "a folder without a publication",
    files: { "empty/readme.txt": "nothing" },
    sources: ["empty"],
    code: 2,
    says: /The folder "empty" contains no publication/,
  },
  {
    name: "a binary file",
    files: { "text/article.md": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xfe]) },
    sources: ["text"],
    code: 1,
    says: /text\/article\.md:1:1 error This is not text\. sourceIsText/,
  },
  {
    name: "a line of 20 MB",
    files: { "text/article.md": `# Title\n\n${"word ".repeat(4 * 2 ** 20)}\n` },
    sources: ["text"],
    code: 1,
    says: /text\/article\.md error .*(large|MB|MiB)/,
  },
  {
    name: "bad YAML",
    files: { "text/article.md": "---\nkeywords: &a [*a]\ndate: 2026-11-24\n---\n\nText.\n" },
    sources: ["text"],
    code: 1,
    says: /text\/article\.md:\d+:\d+ error/,
  },
  {
    name: "chapters that go round in a circle",
    files: {
      "text/publication.yaml": "title: A\nchapters: [sub/publication.yaml]\n",
      "text/sub/publication.yaml": "title: B\nchapters: [../publication.yaml]\n",
    },
    sources: ["text"],
    code: 1,
    says: /publication\.yaml:\d+:\d+ error/,
  },
] as const;

const yesterday = "---\ntitle: Yesterday\ndate: 2026-11-23\n---\n\nThe day before.\n";
let folder: string;
let before: Record<string, string>;

beforeEach(async () => {
  folder = await temporaryFolder({ "text/article.md": yesterday });
  expect((await offprint(folder, ["build", "text", "--format", "html"])).code).toBe(0);
  before = await snapshot(join(folder, "dist"));
  expect(Object.keys(before)).toEqual(["text/manifest.json", "text/text.html"]);
});

/** One clear message and no more, and yesterday's output as it was. */
async function expectFailure(
  arguments_: readonly string[],
  code: number,
  says: RegExp,
  changes: Partial<World> = {},
): Promise<void> {
  const ran = await offprint(folder, ["build", ...arguments_], changes);
  expect(ran.err).toMatch(says);
  expect(ran.code).toBe(code);
  expect(ran.out).toBe("");
  expect(ran.err.match(/ error |^error /gm)).toHaveLength(1);
  expect(ran.err).not.toMatch(/\n\s+at /);
  expect(await snapshot(join(folder, "dist"))).toEqual(before);
}

describe("broken input", () => {
  test.each(mistakes)("$name", async ({ files, sources, code, says }) => {
    await writeFiles(folder, files);
    await expectFailure([...sources, "--format", "html"], code, says);
  });

  const goodAndBad = { "good.md": "# Good\n\nText.\n", "bad.md": "---\nkeywords: &a [*a]\n---\n\nText.\n" };

  test("one bad publication among good ones: the good ones are written", async () => {
    await writeFiles(folder, goodAndBad);
    const ran = await offprint(folder, ["build", "good.md", "bad.md", "--format", "html"]);
    expect(ran.err).toMatch(/bad\.md:\d+:\d+ error/);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^Written dist\/good\/good\.html \(\d+ kB\)\n$/);
    const { "good/good.html": good, "good/manifest.json": manifest, ...rest } = await snapshot(join(folder, "dist"));
    expect([typeof good, typeof manifest]).toEqual(["string", "string"]);
    expect(rest).toEqual(before);
  });

  test("an output folder that cannot be made", async () => {
    await writeFiles(folder, { file: "in the way" });
    await expectFailure(["text", "--format", "html", "--out", "file/inside"], 2, /cannot be written/);
  });

  test("an output file whose path is a folder", async () => {
    await writeFiles(folder, { "out/text/text.html/inside": "mine" });
    await expectFailure(["text", "--format", "html", "--out", "out"], 2, /is a folder/);
    expect(Object.keys(await snapshot(join(folder, "out")))).toEqual(["text/text.html/inside"]);
  });

  test("no browser", async () => {
    const { browsers } = realWorld();
    const reason = diagnostic("browserFound", "There is no browser to print with.", "Install one.");
    const none = { ...browsers, open: () => Promise.resolve(fail(reason)) };
    await expectFailure(["text", "--format", "pdf"], 3, /There is no browser to print with/, { browsers: none });
  });

  test.each(["text.html", "manifest.json"])("a disk that is full when %s is written", async (name) => {
    const { disk } = realWorld();
    const full = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    const write: World["disk"]["write"] = (path, bytes) =>
      path.endsWith(name) ? Promise.reject(full) : disk.write(path, bytes);
    await writeFiles(folder, { "text/article.md": yesterday.replace("The day before", "Today") });
    await expectFailure(["text", "--format", "html"], 2, /no space left/, { disk: { ...disk, write } });
  });
});
