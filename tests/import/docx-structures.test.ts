import { expect, test } from "vitest";
import { importDocument } from "../../src/import/import-document.ts";
import { docx, paragraph, run } from "../support/word-document.ts";

// Structures of Word documents that the library leaves out, or fails on: their words are in the Markdown, or a finding says
// that they are not.

async function imported(body: string): Promise<{ readonly markdown: string; readonly said: string }> {
  const outcome = await importDocument("a.docx", docx(body));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return { markdown: outcome.value.markdown, said: outcome.diagnostics.map(({ message }) => message).join(" ") };
}

const box = (text: string) => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
const choice = (text: string) =>
  `<mc:Choice Requires="wpg"><w:drawing><wp:inline><a:graphic><a:graphicData><wpg:wgp><wps:wsp><wps:txbx>${box(text)}</wps:txbx></wps:wsp></wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>`;
const fallback = (text: string) =>
  `<mc:Fallback><w:pict><v:group><v:shape><v:textbox>${box(text)}</v:textbox></v:shape></v:group></w:pict></mc:Fallback>`;

test.each([
  [
    "text boxes in groups, once each",
    paragraph(
      `${run("Beside.")}<w:r><mc:AlternateContent>${choice("One.")}${fallback("One.")}</mc:AlternateContent></w:r><w:r><mc:AlternateContent>${choice("Two.")}${fallback("Two.")}</mc:AlternateContent></w:r>`,
    ),
    "Beside.\n\nOne.\n\nTwo.\n",
    "",
  ],
  [
    "a text box in a group without a fallback",
    paragraph(
      `<w:r><w:pict><v:group><v:shape><v:textbox>${box("Alone.")}</v:textbox></v:shape></v:group></w:pict></w:r>`,
    ),
    "Alone.\n",
    "",
  ],
  [
    "ruby",
    paragraph(
      `<w:r><w:ruby><w:rt><w:r><w:t>かんじ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢字</w:t></w:r></w:rubyBase></w:ruby></w:r>`,
    ),
    "漢字（かんじ）\n",
    "",
  ],
  [
    "a link in a simple field",
    paragraph(`<w:fldSimple w:instr=' HYPERLINK "https://example.org/" '>${run("The site")}</w:fldSimple>`),
    "[The site](https://example.org/)\n",
    "",
  ],
  [
    "hidden text",
    paragraph(`${run("Seen")}${run("secret", "<w:vanish/>")}${run(" twice", '<w:vanish w:val="0"/>')}.`),
    "Seen twice\n",
    "Hidden text is left out.",
  ],
  [
    "a picture without its file",
    paragraph(`${run("Before")}<w:r><w:object><v:shape><v:imagedata r:id="r90"/></v:shape></w:object></w:r>`),
    "Before\n",
    "The document lacks the files of a picture.",
  ],
  [
    "another file as a part",
    `${paragraph(run("Before"))}<w:altChunk r:id="r91"/>`,
    "Before\n",
    "A part of the document in another file is left out.",
  ],
  [
    "an initial",
    `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>${run("T")}</w:p>${paragraph(run("he text."))}`,
    "The text.\n",
    "",
  ],
])("%s", async (_, body, markdown, said) => {
  expect(await imported(body)).toEqual({ markdown, said });
});

test("a list whose paragraphs have a style with a list of its own is one list", async () => {
  const kind = (id: number, format: string, style = "") =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1."/>${style}</w:lvl></w:abstractNum>`;
  const numbering =
    kind(0, "bullet", '<w:pStyle w:val="ListParagraph"/>') +
    kind(1, "decimal") +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';
  const item = (text: string) =>
    `<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>${run(text)}</w:p>`;
  const outcome = await importDocument("a.docx", docx(item("One") + item("Two"), numbering));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  expect(outcome.value.markdown).toContain("1. One\n2. Two\n");
});

test("entries of contents are left out, paragraphs with a style based on theirs are not", async () => {
  const { markdown } = await imported(paragraph(run("Chapter 1"), "TOC1") + paragraph(run("A source."), "Sources"));
  expect(markdown).toBe("A source.\n");
});
