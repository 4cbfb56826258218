import { strToU8, zipSync } from "fflate";
import { join } from "node:path";
import { toString } from "hast-util-to-string";
import { h } from "hastscript";
import { expect, test } from "vitest";
import { captionText } from "../../src/import/docx/captions.ts";
import { importDocument } from "../../src/import/import-document.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { docx, paragraph, run } from "../support/word-document.ts";

test("title, sections, emphasis, quotations, tables and notes of a Word document", async () => {
  const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
  const body = [
    paragraph(run("The title"), "Title"),
    paragraph(run("A section"), "Heading1"),
    paragraph(`${run("Plain, ")}${run("strong", "<w:b/>")}.<w:r><w:footnoteReference w:id="2"/></w:r>`),
    paragraph(run("Quoted."), "Quote"),
    `<w:tbl><w:tr>${cell("Name")}${cell("Size")}</w:tr><w:tr>${cell("A")}${cell("1")}</w:tr></w:tbl>`,
    paragraph(run("Another"), "Heading1"),
    paragraph("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"),
  ];
  const outcome = await importDocument("a.docx", docx(body.join("")));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  expect(outcome.value.markdown).toBe(`# The title

## A section

Plain, **strong**[^1]

> Quoted.

| Name | Size |
| ---- | ---- |
| A    | 1    |

## Another

$x$

[^1]: The note.
`);
  expect(outcome.diagnostics).toEqual([]);
});

test("a note stays where its mark is raised, and in a table that Markdown cannot hold", async () => {
  const raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>';
  const cells = [
    `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph(run("Both"))}</w:tc>`,
    `<w:tc>${paragraph(`${run("A cell")}<w:r><w:footnoteReference w:id="3"/></w:r>`)}</w:tc><w:tc>${paragraph(run("b"))}</w:tc>`,
  ];
  const body = `${paragraph(`${run("A claim")}${raised}`)}<w:tbl>${cells.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`;
  const folder = await temporaryFolder({ "a.docx": docx(body) });
  const ran = await offprint(folder, ["build", "a.docx", "--edition", "markdown"]);
  expect((await snapshot(join(folder, "dist/a")))["a.md"]).toMatch(
    /A claim\[\^1\][^]*A cell\[\^2\][^]*\[\^1\]: The note\.\n\n\[\^2\]: Another/,
  );
  expect(ran.err).not.toContain("htmlSupported");
  // What is found is shown in the words of the document, not in the bytes of its file.
  expect(ran.err).toContain("titleExists\n  1 │ A claim[^1]\n    │ ^");
});

test.each([
  ["Figure 2. ", "A boat"],
  ["Abb. 3: ", "Ein Boot"],
  ["الجدول 1. ", "مواعيد الزراعة"],
  ["चित्र १. ", "नाव"],
  ["표 4 ", "배의 크기"],
  ["ตารางที่ 5 ", "เรือ"],
])("a caption has only the number of its edition: %s", (label, rest) => {
  const caption = h("p", `${label}${rest}`);
  captionText(caption);
  expect(toString(caption)).toBe(rest);
});

test("a file that is not a Word document, or unpacks to too much, is a finding", async () => {
  const text = await importDocument("a.docx", strToU8("no archive"));
  expect(text.ok).toBe(false);
  expect(text.diagnostics[0]?.message).toContain("is not a Word document that can be read");
  const empty = await importDocument("a.docx", zipSync({ "a.txt": strToU8("x") }));
  expect(empty.diagnostics[0]?.message).toContain("it has no word/document.xml");
  const bomb = Buffer.from(docx(""));
  bomb.writeUInt32LE(0x7fffffff, bomb.lastIndexOf("PK\u0001\u0002") + 24);
  const refused = await importDocument("a.docx", bomb);
  expect(refused.diagnostics[0]).toMatchObject({
    rule: "sourceSize",
    message: "The document unpacks to more than 256 MiB.",
  });
});

test("styles become the configured elements, which are checked", async () => {
  const bytes = docx(`${paragraph(run("A title"), "Title")}${paragraph(run("Said by the way."), "Aside")}`);
  const folder = await temporaryFolder({
    "a.docx": bytes,
    "offprint.config.js": 'export default { import: { styles: { "p.Aside": "blockquote > p:fresh" } } };',
    "bad/offprint.config.js": 'export default { import: { styles: { Aside: "p >>" } } };',
  });
  expect((await offprint(folder, ["import", "a.docx", "--into", "out"])).code).toBe(0);
  expect((await snapshot(join(folder, "out")))["article.md"]).toContain("> Said by the way.");
  const bad = await offprint(join(folder, "bad"), ["import", "../a.docx", "--into", "out"]);
  expect(bad.code).toBe(2);
  expect(bad.err).toContain("In import.styles, this cannot be read: p[style-name='Aside'] => p >>");
});

test("the result of a simple field and text in a direction are part of the text, and the number of a caption is not", async () => {
  const field = (code: string, text: string): string => `<w:fldSimple w:instr="${code}">${run(text)}</w:fldSimple>`;
  const body = [
    paragraph(run("The title"), "Title"),
    paragraph(
      `${run("See ")}${field("REF _Ref1", "Figure 1")}${run(", ")}<w:dir w:val="rtl">${run("so")}</w:dir>${run(".")}`,
    ),
    paragraph(`${run("Table ")}${field("SEQ Table", "1")}${run(": Sizes")}`, "Caption"),
    `<w:tbl><w:tr><w:tc>${paragraph(run("A"))}</w:tc><w:tc>${paragraph(run("B"))}</w:tc></w:tr></w:tbl>`,
  ];
  const outcome = await importDocument("a.docx", docx(body.join("")));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  expect(outcome.value.markdown).toContain("See Figure 1, so.");
  expect(outcome.value.markdown).toContain(":::table[Sizes]");
});
