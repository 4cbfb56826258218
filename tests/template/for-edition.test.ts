import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import type { EditionName } from "../../src/model/edition.ts";
import type { ContentsEntry } from "../../src/model/publication.ts";
import { forEdition } from "../../src/transform/edition/for-edition.ts";
import type { MasterPublication } from "../../src/transform/whole-publication.ts";
import { prepareSource, printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const bar = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>';

async function publicationOf(files: Readonly<Record<string, string>>): Promise<MasterPublication> {
  const folder = await temporaryFolder({ "bar.svg": bar, "box.svg": bar.replace("0h2", "1h2"), ...files });
  const prepared = await prepareSource(worldIn(folder), ".");
  if (!prepared.ok) throw new Error(printDiagnostics(prepared.diagnostics));
  return prepared.value;
}

async function show(text: string, edition: EditionName): Promise<string> {
  const { chapters } = await forEdition(await publicationOf({ "article.md": `# Title\n\n${text}` }), edition);
  return chapters.map(({ body, notes }) => toHtml([...body.children, ...(notes ? [notes] : [])])).join("");
}

test("blocks and words go with their editions, and leave no mark", async () => {
  const text = "A :only[b]{edition=web}:not[c]{edition=web}.\n\n:::only{audience=adviser}\nFor advisers.\n:::\n";
  expect(await show(text, "web")).toBe("<p>A b.</p>\n");
  expect(await show(text, "handout-key")).toBe("<p>A c.</p>\n\n<p>For advisers.</p>\n");
});

test("a name means the variants of an edition too", async () => {
  const text = ":::only{edition=handout}\nPaper.\n:::\n\n:::only{edition=handout-a4}\nA4.\n:::\n\nAll.\n";
  expect(await show(text, "handout")).toMatch(/^\s*<p>Paper\.<\/p>\s*<p>All\.<\/p>\s*$/);
  expect(await show(text, "handout-a4")).toMatch(/^\s*<p>Paper\.<\/p>\s*<p>A4\.<\/p>\s*<p>All\.<\/p>\s*$/);
  expect(await show(text, "ebook")).toMatch(/^\s*<p>All\.<\/p>\s*$/);
});

test("removes elements that became empty; a cell stays", async () => {
  const text = "- :only[One]{edition=web}\n- Two\n\n| A | B |\n| - | - |\n| :only[x]{edition=web} | y |\n";
  expect(await show(text, "ebook")).toMatch(/<ul>\s*<li>Two<\/li>\s*<\/ul>[^]*<td><\/td>\s*<td>y<\/td>/);
});

test("text below a heading that is gone belongs to the section before it", async () => {
  const text = "## One\n\n### Inner\n\n:::only{edition=handout}\n## Two\n:::\n\nText.\n\n### Three\n";
  const [web, paper] = [await show(text, "web"), await show(text, "handout")].map((html) =>
    html.replaceAll(/\s+/g, ""),
  );
  expect(web).toBe(
    '<section><h2id="one">One</h2><section><h3id="inner">Inner</h3><p>Text.</p></section>' +
      '<section><h3id="three">Three</h3></section></section>',
  );
  expect(paper).toContain('</section></section><section><h2id="two">Two</h2><p>Text.</p><section>');
});

test("the contents list has the remaining sections, with their remaining words", async () => {
  const text =
    "## One :only[here]{edition=web}[^a]\n\n:::key\n## No section\n:::\n\n:::only{edition=handout}\n## Two\n\n### Three\n:::\n\n[^a]: A.\n";
  const publication = await publicationOf({ "article.md": `# Title\n\n${text}` });
  const list = (entries: readonly ContentsEntry[]): unknown =>
    entries.map(({ title, children }) => [title, list(children)]);
  const contents = async (edition: EditionName) =>
    list((await forEdition(publication, edition)).chapters[0]?.contents ?? []);
  expect(await contents("web")).toEqual([
    ["One here", []],
    ["Notes", []],
  ]);
  expect(await contents("handout")).toEqual([
    ["One", []],
    ["Two", [["Three", []]]],
    ["Notes", []],
  ]);
});

const notes = `One.[^a] :only[Two.[^b]]{edition=web} Three.[^c] :only[One again.[^a]]{edition=web} Four.[^b]

:::only{edition=web}
Five.[^d]
:::

[^a]: Note A, which refers to a note.[^e]
[^b]: Note B.
[^c]: Note C.
[^d]: Note D.
[^e]: Note E.
`;

test("notes are numbered in the order of an edition, with links back to visible references only", async () => {
  const html = await show(notes, "ebook");
  const references = Array.from(html.matchAll(/id="(noteref\.[\d-]+)" href="#(note\.\d+)"[^>]*aria-label="([^"]*)"/g));
  expect(references.map(([, id, target, label]) => [id, target, label])).toEqual([
    ["noteref.1", "note.1", "Note 1"],
    ["noteref.2", "note.2", "Note 2"],
    ["noteref.3", "note.3", "Note 3"],
    ["noteref.4", "note.4", "Note 4"],
  ]);
  const items = Array.from(html.matchAll(/<li id="(note\.\d+)">\s*<p>(Note .)/g), ([, id, words]) => [id, words]);
  expect(items).toEqual([
    ["note.1", "Note A"],
    ["note.2", "Note C"],
    ["note.3", "Note B"],
    ["note.4", "Note E"],
  ]);
  const back = Array.from(html.matchAll(/href="#(noteref\.[\d-]+)" role="doc-backlink"/g), ([, id]) => id);
  expect(back).toEqual(["noteref.1", "noteref.2", "noteref.3", "noteref.4"]);
});

test("an edition that leaves nothing out has the notes as they are", async () => {
  const publication = await publicationOf({
    "article.md": `# Title\n\n${notes.replaceAll(/:only\[(.*?)\]\{[^}]*\}/g, "$1")}`,
  });
  expect((await forEdition(publication, "web")).chapters[0]?.notes).toEqual(publication.chapters[0]?.notes);
});

test("without a reference there is no list of notes", async () => {
  const html = await show(":only[Here.[^a]]{edition=web}\n\n[^a]: Only there.\n", "ebook");
  expect(html).not.toMatch(/Only there|Notes/);
});

test("figures and tables are numbered through the chapters of an edition, and it has their pictures only", async () => {
  const figure = (name: string, caption: string): string => `![A bar](${name}.svg "${caption}")\n`;
  const only = (text: string): string => `:::only{edition=web}\n${text}\n:::\n\n`;
  const table = ":::table[A table]\n| A |\n| - |\n| b |\n:::\n\n";
  const publication = await publicationOf({
    "publication.yaml": "title: Book\nchapters: [one.md, two.md]\n",
    "one.md": `# One\n\n${only(figure("bar", "First"))}${only(table)}${figure("box", "Second")}`,
    "two.md": `---\nlanguage: es\n---\n\n# Dos\n\n${table}${figure("box", "Third")}`,
  });
  const captions = async (edition: EditionName): Promise<string[]> =>
    (await forEdition(publication, edition)).chapters.flatMap(({ body }) =>
      Array.from(
        toHtml(body).matchAll(/caption-label">([^<]*)<\/span> ([^<]*)/g),
        ([, label, text]) => `${label} ${text}`,
      ),
    );
  expect(await captions("web")).toEqual([
    "Figure 1. First",
    "Table 1. A table",
    "Figure 2. Second",
    "Tabla 2. A table",
    "Figura 3. Third",
  ]);
  expect(await captions("ebook")).toEqual(["Figure 1. Second", "Tabla 1. A table", "Figura 2. Third"]);
  expect([...(await forEdition(publication, "web")).images.keys()]).toEqual(["images/bar.svg", "images/box.svg"]);
  expect([...(await forEdition(publication, "ebook")).images.keys()]).toEqual(["images/box.svg"]);
});

test("a reference has the number that its target has in the edition; one that is left out has none", async () => {
  const text =
    ':::only{edition=web}\n![A bar](bar.svg "Bar"){#bar}\n:::\n\n![A box](box.svg "Box"){#box}\n\nSee [@fig:bar; @fig:box].\n';
  expect(await show(text, "web")).toContain(
    '<a href="#bar" class="cross-reference">Figure\u00A01</a> and <a href="#box" class="cross-reference">Figure\u00A02</a>',
  );
  expect(await show(text, "ebook")).toContain(
    '<span>Figure</span> and <a href="#box" class="cross-reference">Figure\u00A01</a>',
  );
});

test("a section has its title in the edition, and boxes and formulas are numbered as the edition shows them", async () => {
  const text = [
    "::::only{edition=web}",
    ":::note[Box]{#one}\nText.\n:::",
    "$$x$${#eq-one}",
    "::::",
    "## Start :only[here]{edition=web} {#start}",
    ":::note[Box]{#two}\nText.\n:::",
    "$$y$${#eq-two}",
    "[@sec:start], [@box:two], [@eq:eq-two]",
  ].join("\n\n");
  const words = async (edition: EditionName) => (await show(text, edition)).replaceAll(/<[^>]*>/g, "");
  expect(await words("web")).toMatch(/Box 1\.[^]*Box 2\.[^]*Start here, Box.2, Equation.2/);
  expect(await words("ebook")).toMatch(/^(?!.*Box 2\.)[^]*Box 1\.[^]*Start, Box.1, Equation.1/);
});

test("numbers of citations, and the list of references, are those of the edition", async () => {
  const work = (id: string): string => `- id: ${id}\n  type: book\n  title: On ${id}\n`;
  const publication = await publicationOf({
    "article.md": "---\ncitation-style: ieee\n---\n\n# Title\n\n:only[One.[@a]]{edition=web} Two.[@b]\n",
    "references.yaml": work("a") + work("b"),
  });
  const shown = async (edition: EditionName) => {
    const { chapters, backMatter } = await forEdition(publication, edition);
    const [body, list] = [...chapters.map((chapter) => chapter.body), ...backMatter.map(({ section }) => section)].map(
      (tree) => toHtml(tree).replaceAll(/<[^>]*>/g, ""),
    );
    return [body?.trim(), list];
  };
  const [web, webList] = await shown("web");
  expect(web).toBe("One.[1] Two.[2]");
  expect(webList).toMatch(/On a[^]*On b/);
  const [book, bookList] = await shown("ebook");
  expect(book).toBe("Two.[1]");
  expect(bookList).not.toContain("On a");
});

test("the first use of a term is the first in the edition", async () => {
  const publication = await publicationOf({
    "article.md": "# Title\n\n:::only{edition=web}\nThe NRMP.\n:::\n\nThe NRMP again.\n",
    "glossary.yaml": "- term: NRMP\n  expansion: National Resident Matching Program\n",
  });
  const text = async (edition: EditionName) =>
    (await forEdition(publication, edition)).chapters
      .map(({ body }) => toHtml(body).replaceAll(/<[^>]*>/g, ""))
      .join("");
  expect(await text("web")).toMatch(/The NRMP \(National[^]*The NRMP again/);
  expect(await text("ebook")).toMatch(/^\s*The NRMP \(National Resident Matching Program\) again\./);
});

test("the links back from a note match its visible references", async () => {
  const text = ":only[One.[^a]]{edition=web} Two.[^a] Three.[^a]\n\n[^a]: Note.\n";
  const ways = async (edition: EditionName) =>
    Array.from((await show(text, edition)).matchAll(/href="#(noteref\.[^"]*)"[^>]*>([^<]*)</g), ([, id, mark]) => [
      id,
      mark,
    ]);
  expect(await ways("web")).toEqual([
    ["noteref.1", "↑"],
    ["noteref.1-2", "2"],
    ["noteref.1-3", "3"],
  ]);
  expect(await ways("ebook")).toEqual([
    ["noteref.1", "↑"],
    ["noteref.1-2", "2"],
  ]);
});

test("a link to a part that an edition lacks is plain text in it", async () => {
  const text = "See [the key](#answers).\n\n:::key{#answers}\nYes.\n:::\n";
  expect(await show(text, "web")).toContain("<p>See <span>the key</span>.</p>");
  expect(await show(text, "handout-key")).toContain('<p>See <a href="#answers">the key</a>.</p>');
});

test("on paper a reference says how it was checked, and the table of sources has the rest", async () => {
  const publication = await publicationOf({
    "article.md":
      "---\ntitle: T\nreview: { checked: 2026-11-23, next: 2999-05-23 }\n---\n\nOf all :fact[rate]{note}, :fact[limit]{note} and :fact[seen]{note}.\n",
    "references.yaml": "- { id: book, type: book, title: A yearbook }\n- { id: rules, type: book, title: The rules }\n",
    "facts.yaml": `\
rate: { value: 70, statement: Those who pass, source: { cite: book }, checked: 2026-11-23, recheck: 2999-05-23, confidence: second-hand }
limit: { value: 4, statement: The limit, source: A letter, checked: 2026-11-23, confidence: seen }
seen: { value: 5, statement: The days, source: { cite: rules }, checked: 2026-11-20, recheck: 2999-01-01, confidence: seen }
`,
  });
  const write = async (edition: EditionName): Promise<readonly string[]> => {
    const { chapters, backMatter } = await forEdition(publication, edition);
    const html = [
      ...chapters.map(({ body }) => toHtml(body)),
      ...backMatter.map(({ section }) => toHtml(section)),
    ].join("");
    const rows = html.match(/<tr>.*?<\/tr>/gs)?.length ?? 0;
    return [String(rows), ...(html.match(/(?<=<span class="source-check">).*?(?=<\/span>)/gs) ?? [])];
  };
  expect(await write("web")).toEqual(["4"]);
  expect(await write("handout")).toEqual([
    "2",
    "Second-hand.",
    "Checked on Nov 20, 2026, to be checked again by Jan 1, 2999.",
  ]);
});

test("a section can be placed after everything else", async () => {
  const publication = await publicationOf({
    "article.md": "# T\n\n## To tear off {.at-end}\n\nWrite.\n\n## Text\n\nA :index[word] {#here}.\n",
  });
  const { chapters, backMatter } = await forEdition(publication, "handout");
  expect(chapters.flatMap(({ contents }) => contents.map(({ title }) => title))).toEqual(["Text"]);
  expect(backMatter.map(({ title }) => title)).toEqual(["Index", "To tear off"]);
  expect(backMatter.map(({ section }) => toHtml(section)).join("")).toContain("<p>Write.</p>");
});

test("the edition of a publication that was selected last is not selected again", async () => {
  const publication = await publicationOf({ "article.md": "# Title\n\nText." });
  const web = await forEdition(publication, "web");
  expect(await forEdition(publication, "web")).toBe(web);
  expect(await forEdition(publication, "ebook")).not.toBe(web);
  expect(await forEdition({ ...publication }, "ebook")).not.toBe(await forEdition(publication, "ebook"));
});
