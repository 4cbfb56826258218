import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { World } from "../../src/model/world.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

const input = (text: string): Pick<World, "standardInput"> => ({
  standardInput: { read: () => Promise.resolve(new TextEncoder().encode(text)) },
});

async function built(text: string, ...options: string[]) {
  const folder = await temporaryFolder({ "dot.png": "not read" });
  const ran = await offprint(folder, ["build", "-", "--edition", "web", ...options], input(text));
  return { ...ran, page: (await snapshot(join(folder, "dist")))["article/article.html"] ?? "" };
}

describe("standard input is a source", () => {
  test("Markdown, found out by its content", async () => {
    const { code, page } = await built("# A title\n\nSome *text*.\n");
    expect(code).toBe(0);
    expect(page).toContain("<em>text</em>");
  });

  test("a page, found out by its content", async () => {
    const { code, page } = await built(
      "<!-- made -->\n<!doctype html><title>T</title><h1>A title</h1><p>Some <b>text</b>.",
    );
    expect(code).toBe(0);
    expect(page).toContain("<strong>text</strong>");
  });

  test("plain text with its media type", async () => {
    const { page } = await built("A title\n\nA section\n\nThis is the *text* of the section.\n", "--from", "txt");
    expect(page).toMatch(/<h2[^>]*>.*A section/);
    expect(page).toContain("*text*");
  });

  test("a finding names it", async () => {
    const { err } = await built("# A title\n\n![A star](star.png)\n");
    expect(err).toContain("standard input:3:1");
  });

  test("import, links, facts and merge take it; a preview does not", async () => {
    const folder = await temporaryFolder({ "roster.csv": "name\nA\n" });
    const page = "<!doctype html><title>T</title><h1>A title</h1><p>Text.";
    expect((await offprint(folder, ["import", "-"], input(page))).out).toBe("Written content/article/article.md\n");
    expect((await snapshot(folder))["content/article/article.md"]).toBe("# A title\n\nText.\n");
    expect((await offprint(folder, ["links", "-"], input(page))).out).toContain("0 web addresses");
    expect((await offprint(folder, ["facts", "-"], input(page))).out).toBe("There are no facts.\n");
    const preview = await offprint(folder, ["dev", "-"], input(page));
    expect(preview).toMatchObject({ code: 2 });
    expect(preview.err).toContain("The preview follows files");
  });
});

test("each ending of a source is read", async () => {
  const endings = [".md", ".markdown", ".mdown", ".qmd", ".Rmd", ".mdx", ".txt", ".html", ".htm"];
  const text = (ending: string) =>
    ending.startsWith(".htm")
      ? "<h1>A title</h1><p>Some text."
      : ending === ".txt"
        ? "A title\n\nSome text.\n"
        : "# A title\n\nSome text.\n";
  const files = Object.fromEntries(endings.map((ending) => [`a-${ending.slice(1)}${ending}`, text(ending)]));
  const folder = await temporaryFolder(files);
  const ran = await offprint(folder, ["build", ...Object.keys(files), "--edition", "web"]);
  expect(ran.code).toBe(0);
  const pages = await snapshot(join(folder, "dist"));
  for (const ending of endings)
    expect(pages[`a-${ending.slice(1)}/a-${ending.slice(1)}.html`], ending).toContain("Some text.");
});

test("--from reads a file whose extension is unknown", async () => {
  const folder = await temporaryFolder({ notes: "# A title\n\nText.\n" });
  expect((await offprint(folder, ["build", "notes", "--edition", "web"])).err).toContain("--from");
  expect((await offprint(folder, ["build", "notes", "--from", "md", "--edition", "web"])).code).toBe(0);
});

test("formats and editions are lists with commas, too", async () => {
  const folder = await temporaryFolder({ "a.md": "# A title\n\nText.\n" });
  const ran = await offprint(folder, ["build", "a.md", "--format", "html,docx"]);
  expect(ran.code).toBe(0);
  expect(Object.keys(await snapshot(join(folder, "dist/a")))).toEqual(["a.docx", "a.html", "manifest.json"]);
  const other = await offprint(folder, ["build", "a.md", "--edition", "web, docx", "--edition", "web", "--out", "o"]);
  expect(other.code).toBe(0);
  expect(Object.keys(await snapshot(join(folder, "o/a")))).toHaveLength(3);
  const wrong = await offprint(folder, ["build", "a.md", "--format", "html,doc"]);
  expect(wrong).toMatchObject({ code: 2 });
  expect(await readFile(join(folder, "a.md"), "utf8")).toContain("Text.");
});
