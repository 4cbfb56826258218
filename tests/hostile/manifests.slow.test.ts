import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { parseXml } from "@rgrove/parse-xml";
import { describe, expect, test } from "vitest";
import type { Manifest } from "../../src/config/manifest-file.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

// What lies in an output folder may come from anywhere. Each hostile manifest has a folder of its own there.

const sha256 = "a".repeat(64);
const good: Manifest = {
  slug: "x",
  id: "urn:x",
  title: "A title",
  language: "en",
  date: "2026-11-01",
  release: "1",
  tool: { name: "offprint", version: "1", node: "24" },
  browser: null,
  sources: [{ path: "x.md", sha256 }],
  artifacts: [{ path: "x/x.html", edition: "web", mediaType: "text/html", size: 1, sha256, madeFrom: ["x.md"] }],
};

const markup = `"'></title></script><script>alert(1)</script><img src=x onerror=alert(1)>`;
const texts = [
  markup,
  "javascript:alert(1)",
  "//evil.example/a",
  "../../secret.txt",
  "/etc/passwd",
  String.raw`..\..\secret.txt`,
  "{{ 7 | times: 7 }}{% include 'x' %}",
  "a\n::add-mask::b\u001B]0;c\u0007",
  "\u202Ea\u2066b\uFFFE\u0000",
  "",
  "x".repeat(1_000_000),
  "__proto__",
  "constructor",
  "zz-!!",
];
const others = [null, 0, -1, 1e308, true, [], {}, [null], [[]], { __proto__: null, length: 1e9 }, "[".repeat(10_000)];

/** A manifest with one value changed, by a name. */
function changed(): Record<string, object> {
  const found: Record<string, object> = {};
  const add = (manifest: object): void => void (found[`old-${Object.keys(found).length}`] = manifest);
  const [artifact] = good.artifacts;
  for (const value of [...texts, ...others]) {
    const text = value as string;
    for (const key of Object.keys(good)) if (key !== "slug") add({ ...good, [key]: value });
    for (const key of [
      "authors",
      "subtitle",
      "description",
      "modified",
      "check",
      "sections",
      "facts",
      "cover",
      "reports",
    ])
      add({ ...good, [key]: value });
    for (const key of Object.keys(artifact ?? {})) add({ ...good, artifacts: [{ ...artifact, [key]: value }] });
    add({ ...good, authors: [text], translations: [{ language: text, slug: text, path: text }] });
    add({
      ...good,
      translations: [
        { language: text, slug: "old-0" },
        { language: "de", slug: "old-1" },
      ],
    });
    add({ ...good, sections: [{ id: text, title: text, sha256, page: 1e15 }] });
    add({ ...good, facts: [{ id: text, statement: text, value: text, checked: "2026-01-01" }] });
    add({ ...good, reports: [{ path: text, mediaType: "text/html", size: 1, sha256 }] });
    add({ ...good, modified: { time: "9999-12-31T23:59:59Z", from: "text" } });
  }
  return found;
}

const secret = "SECRET-WORD";
const manifests = changed();

/** Every manifest in its folder of an output folder that has a library, and a link out of it. */
async function prepared(): Promise<string> {
  const folder = await temporaryFolder({
    "secret.txt": secret,
    "project/content/one/article.md": "---\ntitle: One\ndate: 2026-11-01\nlanguage: en\n---\n\nA text.\n",
  });
  const project = join(folder, "project");
  expect((await offprint(project, ["build", "--format", "html", "--out", "dist"])).code).toBe(0);
  const releases = { releases: [{ id: markup, sections: [{ kind: "altered", title: markup }], facts: [], files: [] }] };
  for (const [name, manifest] of Object.entries(manifests)) {
    await mkdir(join(project, "dist", name), { recursive: true });
    await writeFiles(join(project, "dist", name), {
      "manifest.json": JSON.stringify({ ...manifest, slug: name }).replaceAll("x/x.html", `${name}/x.html`),
      "x.html": "<!doctype html>",
      "releases.json": JSON.stringify(releases),
    });
  }
  for (const [name, text] of [
    ["deep", "[".repeat(100_000)],
    ["own-names", '{"__proto__": {"slug": "own-names"}, "constructor": 1, "slug": {"__proto__": []}}'],
    ["other-slug", JSON.stringify({ ...good, slug: "../../secret.txt" })],
    ["no-text", "\u0000\uFFFD"],
  ] as const)
    await writeFiles(join(project, "dist", name), { "manifest.json": text });
  await mkdir(join(project, "dist", "linked"));
  await symlink(join(folder, "secret.txt"), join(project, "dist", "linked", "manifest.json"));
  return folder;
}

const raw =
  /Cannot read prop|is not a function|is not iterable|\[object Object\]|Invalid (?:array|language|time)|Incorrect locale|at \w+ \(|internalFault|Offprint failed/;

function expectSaid(err: string): void {
  expect(err).not.toMatch(raw);
  expect(err.split("\n").filter((line) => line.startsWith("::add-mask"))).toEqual([]);
  expect(err).not.toContain("\u001B]0;");
}

describe("hostile manifests in the output folder", () => {
  test(`a build goes on with ${Object.keys(manifests).length + 5} of them, and the library shows nothing that runs`, async () => {
    const folder = await prepared();
    const project = join(folder, "project");
    const { code, err } = await offprint(project, ["build", "content/one", "--format", "html", "--out", "dist"]);
    expectSaid(err);
    expect(code).toBe(0);
    const made = await snapshot(join(project, "dist"));
    // Those that are valid are listed.
    expect(made["index.html"]).toContain('href="old-0/x.html"');
    const ours = Object.entries(made).filter(([path]) => !/^[^/]+\/(?:manifest|releases)\.json$/.test(path));
    for (const [path, text] of ours) {
      expect(text, path).not.toContain(secret);
      if (/\.(?:html|xml|atom)$/.test(path)) expect(text, path).not.toMatch(/<script>alert|<img src=x/);
      expect(text, path).not.toMatch(/(?:href|src)"?[=:] ?"(?:javascript:|\/\/evil|\/etc|(?:[^"]*\/)?\.\.\/)/);
      if (/\.(?:xml|atom)$/.test(path)) parseXml(Buffer.from(text, "latin1").toString("utf8"));
      if (path.endsWith(".json")) JSON.parse(text);
    }
    expect(Object.keys(await snapshot(folder)).filter((path) => !path.startsWith("project/"))).toEqual(["secret.txt"]);
  });

  test.each([
    ["verify", "dist"],
    ["verify", "dist", "--rebuild"],
    ["assemble", "dist", "--out", "whole"],
  ])("%s %s %s ends with a finding or without, never with a fault", async (...command) => {
    const folder = await prepared();
    const { code, err, out } = await offprint(join(folder, "project"), command);
    expectSaid(err + out);
    expect(code).toBeLessThan(3);
    expect(err + out).not.toContain(secret);
    expect(await snapshot(folder)).toMatchObject({ "secret.txt": secret });
  });

  test("a release before that is one of them is compared, or not", async () => {
    const folder = await prepared();
    for (const name of ["old-0", "old-40", "deep", "own-names", "linked"]) {
      const command = ["build", "content/one", "--format", "html", "--out", "fresh", "--previous", `dist/${name}`];
      const { code, err } = await offprint(join(folder, "project"), command);
      expectSaid(err);
      expect([name, code]).toEqual([name, expect.toBeOneOf([0, 1, 2])]);
    }
  });

  test("a folder of the output that leads elsewhere is not written into", async () => {
    const folder = await temporaryFolder({
      "outside/kept.txt": "kept",
      "project/content/one/article.md": "---\ntitle: One\n---\n\nA text.\n",
      "project/dist/kept.txt": "kept",
    });
    await symlink(join(folder, "outside"), join(folder, "project/dist/one"));
    const { code, err } = await offprint(join(folder, "project"), ["build", "--format", "html"]);
    expect([code, err]).toEqual([2, expect.stringMatching(/outside the output folder.*outputWritable/s)]);
    expect(await snapshot(join(folder, "outside"))).toEqual({ "kept.txt": "kept" });
  });
});

describe("what an earlier print run has left", () => {
  const plan = "---\nlanguage: en\ndate: 2026-11-01\nroster:\n  name: {}\n---\n\n# Plan of {{name}}\n";
  const file = { row: 1, path: "../../secret.txt", size: secret.length, sha256, pages: 1 };
  const run = {
    kind: "merge",
    run: sha256,
    slug: "plan",
    edition: "handout",
    tool: { name: "offprint", version: "1", node: "1" },
    browser: "x",
    roster: { sha256, rows: 1 },
    files: [file, { ...file, path: "/etc/passwd" }, { ...file, path: "a\n::add-mask::b" }, { ...file, row: 1e15 }],
  };
  test.each([
    ["a manifest", "manifest.json", JSON.stringify(run)],
    [
      "a journal",
      "merge.journal",
      [{ merge: sha256 }, file, file, "[[", null].map((line) => JSON.stringify(line)).join("\n"),
    ],
    ["a journal that is no text", "merge.journal", "\u0000".repeat(100_000)],
    ["a journal of one long line", "merge.journal", "[".repeat(1_000_000)],
  ])("%s is not believed", async (_, name, text) => {
    const folder = await temporaryFolder({
      "secret.txt": secret,
      "project/plan.md": plan,
      "project/people.csv": "name\nAnna\n",
      [`project/merged/${name}`]: text,
    });
    const { code, err } = await offprint(join(folder, "project"), [
      "merge",
      "people.csv",
      "plan.md",
      "--out",
      "merged",
    ]);
    expectSaid(err);
    expect(code).toBe(0);
    const found = await snapshot(folder);
    expect(found["secret.txt"]).toBe(secret);
    expect(
      Object.keys(found)
        .filter((path) => path.startsWith("project/merged/"))
        .toSorted(),
    ).toEqual(["project/merged/manifest.json", "project/merged/plan.0001.pdf"]);
  });
});
