import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { manifestFile } from "../../src/config/manifest-file.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

const plain = "# A plain text\n\nNo front matter, no folder of its own.\n\n## One\n\nText.\n";
const article = (title: string): string => `---\ntitle: ${title}\ndate: 2026-11-24\n---\n\nText.\n`;

async function manifestOf(folder: string, slug: string) {
  return manifestFile.parse(JSON.parse(await readFile(join(folder, slug, "manifest.json"), "utf8")));
}

describe("build", () => {
  test("makes a web page, an e-book and a handout of a single file, and lists them in a manifest", async () => {
    const folder = await temporaryFolder({ "far/away/some.md": plain });
    const ran = await offprint(folder, ["build", join(folder, "far/away/some.md"), "--out", "made"]);
    expect(ran.err).not.toContain("error");
    expect(ran.code).toBe(0);
    const files = await snapshot(join(folder, "made"));
    expect(Object.keys(files)).toEqual(["some/manifest.json", "some/some.epub", "some/some.html", "some/some.pdf"]);
    const manifest = await manifestOf(join(folder, "made"), "some");
    expect(manifest).toMatchObject({ slug: "some", title: "A plain text", language: "en" });
    expect(manifest.browser).toMatch(/\/\d+\./);
    expect(manifest.sources[0]?.path).toBe("some.md");
    for (const { path, size, sha256 } of manifest.artifacts) {
      const bytes = await readFile(join(folder, "made", path));
      expect(size).toBe(bytes.length);
      expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
    expect(manifest.artifacts.map(({ edition, pages }) => [edition, pages])).toEqual([
      ["web", undefined],
      ["ebook", undefined],
      ["handout", 1],
    ]);
  });

  test("makes every format of a text whose pictures, links, notes and formulas lead nowhere", async () => {
    const text = "# One\n\n![A chart](gone.png) [Up](#up) [^no] {{name}} [@key] [@fig:x] $\\frac{$ \u0007\n";
    const folder = await temporaryFolder({ "one.md": text });
    const ran = await offprint(folder, ["build", "one.md"]);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain("8 warnings; look first at");
    const files = await snapshot(join(folder, "dist/one"));
    expect(Object.keys(files)).toEqual(["manifest.json", "one.epub", "one.html", "one.pdf"]);
    const frame = 'A chart <span class="absent-image-address" dir="ltr">gone.png</span>';
    expect(await readFile(join(folder, "dist/one/one.html"), "utf8")).toContain(frame);
  });

  test("claims PDF/UA only where each image is described", async () => {
    const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
    const claims = async (alt: string, standard: string): Promise<string[]> => {
      const folder = await temporaryFolder({ "one.md": `# One\n\n![${alt}](a.svg)\n`, "a.svg": picture });
      const command = ["build", "one.md", "--edition", "handout", "--pdf-standard", standard];
      expect((await offprint(folder, command)).code).toBe(0);
      const text = await readFile(join(folder, "dist/one/one.pdf"), "latin1");
      return Array.from(text.matchAll(/<(pdf(?:ua|a)id:\w+>[^<]+)</g), ([, claim = ""]) => claim);
    };
    expect(await claims("A triangle", "ua-1")).toEqual(["pdfaid:part>2", "pdfaid:conformance>A", "pdfuaid:part>1"]);
    expect(await claims("", "ua-1")).toEqual(["pdfaid:part>2", "pdfaid:conformance>U"]);
    expect(await claims("", "ua-2")).toEqual(["pdfaid:part>4", "pdfaid:rev>2020"]);
  });

  test("takes an alternative text for text, though it begins like a scheme", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
    const folder = await temporaryFolder({ "one.md": "# One\n\n![JavaScript: its parts](a.svg)\n", "a.svg": svg });
    const ran = await offprint(folder, ["build", "one.md", "--format", "html"]);
    expect([ran.code, ran.err]).toEqual([0, expect.not.stringContaining("htmlValid")]);
  });

  test("gives equal bytes the second time", async () => {
    const folder = await temporaryFolder({ "one.md": article("One") });
    await offprint(folder, ["build", "one.md", "--out", "first"]);
    await offprint(folder, ["build", "one.md", "--out", "second"]);
    const [first, second] = [await snapshot(join(folder, "first")), await snapshot(join(folder, "second"))];
    expect(Object.keys(first)).toHaveLength(4);
    expect(second).toEqual(first);
  });

  test("makes PDFs of the requested standard; the command line precedes the configuration", async () => {
    const config = 'export default { pdfStandard: "ua-2" };';
    const folder = await temporaryFolder({ "one.md": article("One"), "offprint.config.mjs": config });
    const version = async (...words: string[]): Promise<string> => {
      expect((await offprint(folder, ["build", "one.md", "--format", "pdf", ...words])).code).toBe(0);
      return (await readFile(join(folder, "dist/one/one.pdf"), "latin1")).slice(0, 8);
    };
    expect(await version()).toBe("%PDF-2.0");
    expect(await version("--pdf-standard", "ua-1")).toBe("%PDF-1.7");
    const wrong = await offprint(folder, ["build", "one.md", "--pdf-standard", "x-4"]);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("ua-1, ua-2")]);
  });

  test("takes a folder of chapters", async () => {
    const folder = await temporaryFolder({
      "guide/publication.yaml": "title: Guide\nchapters:\n  - part: First part\n    chapters: [one.md]\n  - two.md\n",
      "guide/one.md": "# One\n\nSee [two](two.md#later).\n",
      "guide/two.md": "# Two\n\n## Later\n\nText.\n",
    });
    const ran = await offprint(folder, ["build", "guide", "--format", "html"]);
    expect(ran.code).toBe(0);
    const page = await readFile(join(folder, "dist/guide/guide.html"), "utf8");
    // A part, the chapter in it, and after it a chapter of none: on the level of the part.
    const headings = Array.from(page.matchAll(/<h(\d) id="([^"]+)"/g), ([, level, id]) => `${level} ${id}`);
    expect(headings).toEqual(["2 one.offprint.part", "3 one", "2 two", "3 two.later"]);
    expect(page).toContain('href="#two.later"');
  });

  test("without a source takes all of content/ and lists it in a library page", async () => {
    const folder = await temporaryFolder({
      "content/b/article.md": article("Beta"),
      "content/a/article.md": article("Alpha & more"),
      "content/notes.txt": "not a publication",
    });
    expect((await offprint(folder, ["build", "--format", "html", "--format", "epub"])).code).toBe(0);
    const library = await readFile(join(folder, "dist/index.html"), "utf8");
    expect(library.indexOf("Alpha &amp; more")).toBeGreaterThan(0);
    expect(library.indexOf("Alpha &amp; more")).toBeLessThan(library.indexOf(">Beta<"));
    const links = [...library.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? "");
    const [files, feeds] = [links.filter((link) => link.includes("/")), links.filter((link) => !link.includes("/"))];
    const expected = ["check.html", "#.html", "#.epub", "#.report.html", "SHA256SUMS"];
    expect(files).toEqual(["a", "b"].flatMap((slug) => expected.map((name) => `${slug}/${name.replace("#", slug)}`)));
    expect(feeds).toEqual(["feed.atom", "opds.xml", "opds.json"]);
    for (const feed of feeds) expect(await readFile(join(folder, "dist", feed), "utf8")).toContain("Alpha &");
    for (const link of files.filter((file) => !/(?:check|report)\.html$|SHA256SUMS$/.test(file))) {
      const bytes = await readFile(join(folder, "dist", link));
      const sums = await readFile(join(folder, "dist", dirname(link), "SHA256SUMS"), "utf8");
      expect(sums).toContain(`${createHash("sha256").update(bytes).digest("hex")}  ${basename(link)}\n`);
    }
    expect(library).toContain("November 24, 2026");
  });

  test("of one publication keeps the library and the other editions in the manifest up to date", async () => {
    const folder = await temporaryFolder({
      "content/a/article.md": article("Alpha"),
      "content/b/article.md": article("Beta"),
    });
    await offprint(folder, ["build", "--format", "html", "--format", "epub"]);
    await writeFiles(folder, { "content/a/article.md": article("Alpha again") });
    expect((await offprint(folder, ["build", "content/a", "--edition", "web"])).code).toBe(0);
    const manifest = await manifestOf(join(folder, "dist"), "a");
    expect(manifest.artifacts.map(({ edition }) => edition)).toEqual(["web", "ebook"]);
    const library = await readFile(join(folder, "dist/index.html"), "utf8");
    const sums = await readFile(join(folder, `dist/${manifest.slug}/SHA256SUMS`), "utf8");
    expect(sums).toContain(`${manifest.artifacts[0]?.sha256}  `);
    expect(library).toContain(`${manifest.slug}/SHA256SUMS`);
    expect(library).toContain("Alpha again");
    expect(library).toContain("Beta");
  });

  test("never overwrites an index.html that is not its own", async () => {
    const folder = await temporaryFolder({ "one.md": plain, "site/index.html": "<p>mine" });
    expect((await offprint(folder, ["build", "one.md", "--format", "html", "--out", "site"])).code).toBe(0);
    expect((await snapshot(join(folder, "site")))["index.html"]).toBe("<p>mine");
  });

  test("has the editions that the article requests", async () => {
    const folder = await temporaryFolder({ "one.md": "---\ntitle: One\neditions: [web, handout-a4]\n---\n\nText.\n" });
    expect((await offprint(folder, ["build", "one.md"])).code).toBe(0);
    const files = await snapshot(join(folder, "dist/one"));
    expect(Object.keys(files)).toEqual(["manifest.json", "one.a4.pdf", "one.html"]);
  });
});

describe("check", () => {
  test("does the same and writes nothing", async () => {
    const folder = await temporaryFolder({ "one.md": plain });
    const ran = await offprint(folder, ["check", "one.md"]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("Checked dist/one/one.pdf");
    expect(Object.keys(await snapshot(folder))).toEqual(["one.md"]);
  });

  test("fails on a warning, as build does with --strict; without it, reports it and succeeds", async () => {
    const folder = await temporaryFolder({ "one.md": "# One\n\n## Two\n\n#### Four\n\nText.\n" });
    const mild = await offprint(folder, ["build", "one.md", "--format", "html"]);
    expect(mild.code).toBe(0);
    expect(mild.err).toContain("one.md:5:1 warning");
    const strict = await offprint(folder, ["check", "one.md", "--format", "html"]);
    expect(strict.code).toBe(1);
    expect(strict.err).toContain("one.md:5:1 error");
  });
});

describe("the configuration", () => {
  test("re-levels warnings by rule and by path", async () => {
    const rules = `export default {
      rules: { headingOrder: "error" },
      overrides: [{ paths: ["drafts/"], rules: { headingOrder: "off" } }],
    };\n`;
    const text = "# One\n\n## Two\n\n#### Four\n\nText.\n";
    const folder = await temporaryFolder({ "offprint.config.ts": rules, "one.md": text, "drafts/one.md": text });
    const first = await offprint(folder, ["check", "one.md", "--format", "html"]);
    expect(first.code).toBe(1);
    const second = await offprint(folder, ["check", "drafts/one.md", "--format", "html"]);
    expect(second).toMatchObject({ code: 0 });
    expect(second.err).not.toContain("headingOrder");
  });

  test("names sources and the output folder", async () => {
    const config = `export default { sources: ["texts"], out: "public" };\n`;
    const folder = await temporaryFolder({ "offprint.config.js": config, "texts/a/article.md": plain });
    expect((await offprint(folder, ["build", "--format", "html"])).code).toBe(0);
    expect(Object.keys(await snapshot(join(folder, "public")))).toContain("index.html");
  });

  test.each([
    ["an unknown key", "export default { outt: 'x' };", "Did you mean"],
    ["a wrong kind", "export default { strict: 'yes' };", '"strict" must be true or false'],
    ["code that fails", "throw new Error('broken');", "broken"],
  ])("with %s is a clear error", async (_, config, message) => {
    const folder = await temporaryFolder({ "offprint.config.ts": config, "one.md": plain });
    const ran = await offprint(folder, ["build", "one.md", "--format", "html"]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("offprint.config.ts");
    expect(ran.err).toContain(message);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });
});

describe("the command line", () => {
  test.each([
    [["bild"], "Did you mean build?"],
    [["build", "--editon", "web"], "Did you mean --edition?"],
    [["build", "--edition", "wib"], 'Did you mean "web"?'],
    [["build", "--format"], "argument missing"],
    [["dev", "--port", "many"], "It is a number from 0 to 65535"],
    [["new"], "Missing required argument"],
  ])("%j is refused with a hint", async (arguments_, message) => {
    const folder = await temporaryFolder({});
    const ran = await offprint(folder, arguments_);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(message);
  });

  test.each([["--help"], ["--version"], ["build", "--help"]])("%s is answered", async (...arguments_) => {
    const ran = await offprint(await temporaryFolder({}), arguments_);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/offprint|\d+\.\d+\.\d+/);
    expect(ran.err).toBe("");
  });
});

describe("the reporters", () => {
  const wrong = "# One\n\n![A picture](gone.png)\n";

  test("json prints one object and nothing else", async () => {
    const folder = await temporaryFolder({ "one.md": wrong, "two.md": plain });
    const bad = await offprint(folder, ["build", "one.md", "--strict", "--format", "html", "--reporter", "json"]);
    expect(bad).toMatchObject({ code: 1, err: "" });
    expect(JSON.parse(bad.out)).toMatchObject({
      diagnostics: [{ rule: "imageExists", severity: "error", file: "one.md", place: { line: 3, column: 1 } }],
      files: [],
    });
    const good = await offprint(folder, ["build", "two.md", "--format", "html", "--reporter", "json"]);
    expect(JSON.parse(good.out)).toMatchObject({ diagnostics: [], files: [{ path: "dist/two/two.html" }] });
  });

  test("github prints an annotation", async () => {
    const folder = await temporaryFolder({ "one.md": wrong });
    const { out } = await offprint(folder, ["build", "one.md", "--strict", "--format", "html", "--reporter", "github"]);
    expect(out).toMatch(/^::error file=one\.md,line=3,endLine=3,col=1,endColumn=\d+,title=imageExists::.+\n$/);
  });

  test("text shows the line and marks the place", async () => {
    const folder = await temporaryFolder({ "one.md": wrong });
    const { err } = await offprint(folder, ["build", "one.md", "--strict", "--format", "html"]);
    expect(err).toContain("one.md:3:1 error");
    expect(err).toContain("  3 │ ![A picture](gone.png)\n    │ ^^^^^^^^^^^^^^^^^^^^^^\n");
    expect(err).toContain("1 error.");
  });
});
