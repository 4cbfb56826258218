import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTranslationName } from "../../src/model/translation-name.ts";
import { offprint } from "../support/command-line.ts";
import { openEpub } from "../support/epub.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

const english = `---
title: A memo
date: 2026-01-02
language: en
authors: [The office]
editions: [web, ebook]
---

## What to bring

Bring a passport and two photographs. Come early, since the line at the door is long, and ask the guard for a number. :fact[fee]

## Costs

A number costs nothing.
`;

const spanish = `---
title: Un aviso
---

## Qué traer

Traiga un pasaporte y dos fotografías. Venga temprano. :fact[fee]

## Costes

El número no cuesta nada.
`;

const facts = `fee:
  value: 40
  unit: USD
  statement: The fee at the counter
  statements:
    es: La tasa en la ventanilla
  source: The list of fees
  checked: 2026-01-01
  confidence: seen
`;

const files = {
  "offprint.config.ts": 'export default { url: "https://example.org/library" };\n',
  "content/memo/article.md": english,
  "content/memo/article.es.md": spanish,
  "content/memo/facts.yaml": facts,
};

/** What a command line says, wherever it says it. */
async function messagesOf(folder: string, line: readonly string[]) {
  const { code, out, err } = await offprint(folder, line);
  return { code, out: out + err };
}

async function project(formats = "html") {
  const folder = await temporaryFolder(files);
  return {
    folder,
    read: (path: string): Promise<string> => readFile(join(folder, path), "utf8"),
    build: (...more: string[]) => messagesOf(folder, ["build", "--format", formats, "--no-page-list", ...more]),
  };
}

test("a text beside another is its translation by its name", () => {
  expect(readTranslationName("article.es.md")).toEqual({ original: "article.md", language: "es" });
  expect(readTranslationName("a.b.pt-br.md")).toEqual({ original: "a.b.md", language: "pt-BR" });
  expect(readTranslationName("intro.zh-Hant.md")).toEqual({ original: "intro.md", language: "zh-Hant" });
  for (const other of ["article.md", "notes.v2.md", "notes.new.md", "notes.qx.md", "es.md"]) {
    expect(readTranslationName(other), other).toBeUndefined();
  }
});

test("each language is a publication of its own, and they lead to each other", async () => {
  const { read, build } = await project();
  const { code, out } = await build();
  expect(code, out).toBe(0);
  const [original, translation] = [await read("dist/memo/memo.html"), await read("dist/memo.es/memo.es.html")];
  const head = [
    '<link rel="alternate" hreflang="en" href="https://example.org/library/memo/memo.html">',
    '<link rel="alternate" hreflang="x-default" href="https://example.org/library/memo/memo.html">',
    '<link rel="alternate" hreflang="es" href="https://example.org/library/memo.es/memo.es.html">',
  ].join("\n");
  for (const page of [original, translation]) expect(page).toContain(head);
  expect(translation).toContain('<html lang="es"');
  // What is no word of the text comes from the original.
  expect(translation).toContain("<strong>The office</strong>");
  const other = '<a href="../memo/memo.html" hreflang="en" rel="alternate">English</a>';
  expect(translation).toContain(`<nav class="languages" aria-label="Idiomas">\n<ul>\n<li lang="en" dir="ltr">${other}`);
  expect(original).toContain('<a href="../memo.es/memo.es.html" hreflang="es" rel="alternate">Español</a>');
  expect(translation).toContain("La tasa en la ventanilla");
  const data = (page: string): unknown => JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? "");
  expect(data(translation)).toMatchObject({
    inLanguage: "es",
    translationOfWork: { inLanguage: "en", url: "https://example.org/library/memo/memo.html" },
  });
  expect(data(original)).toMatchObject({ workTranslation: [{ inLanguage: "es" }] });
});

test("e-books, feeds, sitemap and library page name the other languages", async () => {
  const { folder, read, build } = await project("html,epub");
  await build();
  const packageOf = async (path: string) => {
    const book = openEpub(new Uint8Array(await readFile(join(folder, path))));
    return new TextDecoder().decode(book.files["EPUB/package.opf"]);
  };
  const [book, original] = [await packageOf("dist/memo.es/memo.es.epub"), await packageOf("dist/memo/memo.epub")];
  const identifier = /<dc:identifier[^>]*>([^<]*)/.exec(original)?.[1];
  expect(book).toContain(`<dc:source>${identifier}</dc:source>`);
  expect(book).toContain(`<meta property="schema:translationOfWork">${identifier}</meta>`);
  const address = "https://example.org/library/memo.es/memo.es.html";
  expect(await read("dist/feed.atom")).toContain(
    `<link rel="alternate" href="${address}" type="text/html" hreflang="es"`,
  );
  expect(await read("dist/opds.json")).toContain(`"language": "es"`);
  expect(await read("dist/sitemap.xml")).toContain(`<xhtml:link rel="alternate" hreflang="es" href="${address}"`);
  expect(await read("dist/index.html")).toContain('<a href="#memo.es" lang="es" dir="ltr" hreflang="es">Español');
  const manifest = JSON.parse(await read("dist/memo.es/manifest.json")) as object;
  expect(manifest).toMatchObject({
    language: "es",
    translations: [{ language: "en", slug: "memo", original: true, path: "memo/memo.html" }],
  });
});

test("a section whose original has changed is reported at its line until it is marked", async () => {
  const { folder, build } = await project();
  expect((await build()).out).toContain(
    "article.es.md:1:1 info Which state of content/memo/article.md this translates is not known. translationMarked",
  );
  const mark = (...more: string[]) => messagesOf(folder, ["translate", "content", "--mark", ...more]);
  expect(await mark()).toMatchObject({ code: 0, out: "Written content/memo/translations.yaml\n" });
  expect((await build()).out).not.toContain("article.es.md:");
  const change = english.replace("nothing", "two dollars").replace("a passport", "a  passport\n");
  await writeFiles(folder, { "content/memo/article.md": `${change}\n## Hours\n\nFrom nine to five.\n` });
  const { out } = await build("--verbose");
  // Where its lines end is no part of a text.
  expect(out).not.toContain("What to bring");
  expect(out).toContain('article.es.md:9:1 warning "Costs" (content/memo/article.md, line 14) has changed since this');
  expect(out).toContain(
    'article.es.md:9:1 warning "Hours" (content/memo/article.md, line 18) has been added since this was translated. translationCurrent',
  );
  expect((await mark("--section", "costs")).code).toBe(0);
  expect((await build("--verbose")).out).not.toContain('"Costs"');
  expect((await build("--verbose")).out).toContain('"Hours"');
  expect((await mark("--section", "elsewhere")).out).toContain('No original has a section "elsewhere".');
  await mark();
  expect((await build()).out).not.toContain("article.es.md:");
});

test("a damaged record is reported and otherwise ignored", async () => {
  const { folder, build } = await project();
  await writeFiles(folder, { "content/memo/translations.yaml": "article.es.md:\n  costs: [1]\n" });
  const { code, out } = await build("--verbose");
  expect(code).toBe(0);
  expect(out).toContain("translations.yaml:2:10 warning");
  expect(out).toContain("translationRecord");
});

test("a translation begins as a copy, and unchanged sections are reported", async () => {
  const { folder, read, build } = await project();
  const begun = await offprint(folder, ["translate", "content/memo", "--to", "fr"]);
  expect(begun.out).toBe("Written content/memo/article.fr.md\nWritten content/memo/translations.yaml\n");
  const text = await read("content/memo/article.fr.md");
  expect(text).toContain("---\ntitle: A memo\n---\n");
  expect(text).not.toContain("authors");
  const built = await build("--verbose");
  expect(built.out).toContain('warning "What to bring" is the same as in content/memo/article.md. translationComplete');
  // Nothing is written over.
  await writeFile(join(folder, "content/memo/article.fr.md"), "## Eu\n");
  const again = await offprint(folder, ["translate", "content/memo", "--to", "fr"]);
  expect([again.code, await read("content/memo/article.fr.md")]).toEqual([2, "## Eu\n"]);
  expect((await offprint(folder, ["translate", "content", "--to", "../x"])).code).toBe(2);
});

test("chapters are translated one by one; parts and titles in publication.es.yaml", async () => {
  const book = await temporaryFolder({
    "book/publication.yaml":
      "title: A book\nlanguage: en\nchapters:\n  - part: To begin\n    chapters: [one.md, two.md]\n",
    "book/publication.es.yaml": "title: Un libro\nchapters:\n  - part: Para empezar\n    chapters: [one.md]\n",
    "book/one.md": "# One\n\nWords.\n",
    "book/one.es.md": "# Uno\n\nPalabras: [dos](two.md), [uno](one.md).\n",
    "book/two.md": "# Two\n\nMore words.\n",
  });
  const { out } = await messagesOf(book, ["build", "book", "--format", "html", "--verbose"]);
  expect(out).toContain("warning The chapter book/two.md is not translated; it appears in its original language.");
  const page = await readFile(join(book, "dist/book.es/book.es.html"), "utf8");
  expect(page).toContain("<h1>Un libro</h1>");
  expect(page).toContain("Para empezar");
  expect(page).toContain('<section class="chapter" lang="en" dir="ltr"><h3 id="two"');
  // Links name the texts of the original, and addresses are the same in all languages.
  expect(page).toContain('<a href="#two">dos</a>, <a href="#one">uno</a>');
  const original = await readFile(join(book, "dist/book/book.html"), "utf8");
  expect(original).not.toContain("Palabras");
});

test("without a chapter list, a translation is not a chapter", async () => {
  const notes = await temporaryFolder({
    "notes/a.md": "# A\n\nWords in English.\n",
    "notes/a.de.md": "---\ntitle: Das A\n---\n\nWörter auf Deutsch.\n",
    "notes/b.md": "# B\n\nMore words in English.\n",
  });
  await offprint(notes, ["build", "notes", "--format", "html"]);
  expect(await readFile(join(notes, "dist/notes/notes.html"), "utf8")).not.toContain("Wörter");
  expect(await readFile(join(notes, "dist/notes.de/notes.de.html"), "utf8")).toContain("Wörter auf Deutsch");
});
