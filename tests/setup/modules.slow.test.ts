import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.ts";

// What a command loads: the graph of modules, because times are another on every machine.

const root = join(import.meta.dirname, "../..");

const article = "---\ntitle: A text\ndate: 2026-11-01\n---\n\nSome *text*, and a note.[^1]\n\n[^1]: A note.\n";

/** The modules that a command loads, Node's own left out. */
async function modulesOf(words: readonly string[], text = article): Promise<string[]> {
  return modulesIn(await temporaryFolder({ "text/article.md": text }), words);
}

function modulesIn(folder: string, words: readonly string[]): string[] {
  const list = join(folder, "modules.txt");
  const hook = join(root, "tests/support/list-modules.ts");
  const { status, stderr } = spawnSync(process.execPath, ["--import", hook, join(root, "src/main.ts"), ...words], {
    cwd: folder,
    encoding: "utf8",
    // Any program does for a browser that prints nothing.
    env: {
      ...process.env,
      MODULES_FILE: list,
      OFFPRINT_CACHE: join(folder, "cache"),
      PUPPETEER_EXECUTABLE_PATH: process.execPath,
    },
  });
  expect(stderr.includes("error"), stderr).toBe(false);
  expect(status).toBe(0);
  const urls = readFileSync(list, "utf8").split("\n");
  return urls.filter((url) => url.startsWith("file:")).map((url) => url.replace(/.*\/(?=(?:src|node_modules)\/)/, ""));
}

test("prints the help without loading the libraries of commands", async () => {
  const modules = await modulesOf(["--help"]);
  expect(modules.length).toBeLessThan(30);
});

const web = ["build", "text", "--format", "html", "--no-cache"];

test("a web page is made without the code of other formats, and without libraries that its text has no use for", async () => {
  const modules = await modulesOf(web);
  expect(modules.length).toBeGreaterThan(100);
  const rooms = ["src/formats/pdf/", "src/formats/epub/", "src/world/browser/", "src/mail-merge/", "src/preview/"];
  const libraries = [
    "@cantoo/pdf-lib",
    "@citation-js/core",
    "@puppeteer/browsers",
    "citeproc",
    "highlight.js",
    "jszip",
    "lowlight",
    "mammoth",
    "puppeteer",
    "sharp",
    "vega",
  ];
  const closed = [...rooms, ...libraries.map((name) => `node_modules/${name}/`)];
  expect(modules.filter((path) => closed.some((start) => path.startsWith(start)))).toEqual([]);
});

test("a build that changes nothing loads no code that reads, makes or checks files", async () => {
  const folder = await temporaryFolder({ "text/article.md": article });
  const again = ["build", "text", "--format", "html"];
  expect(modulesIn(folder, again)).toContain("node_modules/zod/index.js");
  const modules = modulesIn(folder, again);
  expect(modules.length).toBeLessThan(120);
  const rooms = ["src/parse/", "src/transform/", "src/template/", "src/formats/", "node_modules/zod/"];
  expect(modules.filter((path) => rooms.some((start) => path.startsWith(start)))).toEqual([]);
});

test.each([
  ["code", "highlight.js", "```js\nlet a = 1;\n```\n"],
  [
    "a chart",
    "vega",
    "```chart\nkind: bar\ndata: [{ x: 1, y: 2 }]\nx: { field: x, title: X }\ny: { title: Y }\nseries: [{ field: y, label: Y }]\ncaption: A chart.\nsummary: It rises.\n```\n",
  ],
])("%s brings the library that it needs", async (_, library, text) => {
  const modules = await modulesOf(web, `${article}\n${text}`);
  expect(modules.some((path) => path.startsWith(`node_modules/${library}/`))).toBe(true);
});

test("a Node that is too old gets two lines instead of the fault that it would have", () => {
  const older = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.11.0" } })';
  const words = ["--import", `data:text/javascript,${older}`, join(root, "src/main.ts"), "--help"];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect([status, stdout]).toEqual([3, ""]);
  expect(stderr).toMatch(/^Offprint needs Node 22\.18 or later; this is Node 20\.11\.0\.\n/);
});
