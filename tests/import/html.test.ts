import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importDocument } from "../../src/import/import-document.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

async function imported(html: string): Promise<string> {
  const outcome = await importDocument("a.html", new TextEncoder().encode(html));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value.markdown;
}

test("each structure of a page has its marks in Markdown", async () => {
  const html = await readFile(join(import.meta.dirname, "documents/structures.html"), "utf8");
  await expect(await imported(html)).toMatchFileSnapshot("documents/structures.expected");
});

test("what cannot be converted is a finding with its line, and pictures outside the folder stay behind", async () => {
  const html = await readFile(join(import.meta.dirname, "documents/structures.html"), "utf8");
  const folder = await temporaryFolder({ "in/a.html": html, "in/star.png": "star", "outside.png": "secret" });
  const ran = await offprint(folder, ["import", "in/a.html", "--into", "out"]);
  expect(ran.err).toContain("<iframe> cannot be converted");
  expect(ran.err).toContain("importComplete");
  expect(ran.err).toContain("in/a.html:21");
  expect(ran.err).toContain('"../outside.png" lies outside');
  const files = Object.keys(await snapshot(join(folder, "out")));
  expect(files).toEqual(["article.md", "pictures/picture-1.png", "star.png"]);
});

test("a page without main is its body, without navigation", async () => {
  const page = "<title>Name</title><header>Site</header><nav>Menu</nav><div class='sidebar'>Side</div><p>Text.</p>";
  expect(await imported(page)).toBe("# Name\n\nText.\n");
});

test("an encoding that the page names is used", async () => {
  const bytes = Buffer.from("<meta charset=iso-8859-2><p>\xb3.</p>", "latin1");
  const outcome = await importDocument("a.html", bytes);
  expect(outcome).toMatchObject({ ok: true, value: { markdown: "ł.\n" } });
});
