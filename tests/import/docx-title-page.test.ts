import { expect, test } from "vitest";
import { importDocument } from "../../src/import/import-document.ts";
import { docx, paragraph, run } from "../support/word-document.ts";

async function imported(body: string): Promise<string> {
  const outcome = await importDocument("a.docx", docx(body));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value.markdown;
}

const size = (points: number) => `<w:b/><w:sz w:val="${2 * points}"/>`;
const pageBreak = paragraph('<w:r><w:br w:type="page"/></w:r>');
const heading = paragraph(run("First"), "Heading1");
const text = paragraph(run("Some text."));
const page = (...lines: readonly string[]) => imported([...lines, pageBreak, heading, text].join(""));

test("the largest lines of a title page are the title", async () => {
  const lines = [
    paragraph(run("A university", size(12))),
    paragraph(run("A title over", size(24))),
    paragraph(run("two lines", size(24))),
    paragraph(run("Ada Example", size(12))),
  ];
  expect(await page(...lines)).toMatch(/^# A title over two lines\n\n\*\*A university\*\*\n\n\*\*Ada Example\*\*\n\n/);
});

test.each([
  ["no line is larger than the text", [paragraph(run("A text", size(12)))]],
  ["all lines are large", [paragraph(run("One", size(20))), paragraph(run("Two", size(19)))]],
  [
    "the large lines are apart",
    [paragraph(run("One", size(20))), paragraph(run("Two", size(11))), paragraph(run("Three", size(20)))],
  ],
  ["the line has a note", [paragraph(`${run("A title", size(20))}<w:r><w:footnoteReference w:id="2"/></w:r>`)]],
])("there is no title where %s", async (_, lines) => {
  expect(await page(...lines)).toMatch(/^(?!# (?:One|A t))/);
});

test("a title by style stays the title", async () => {
  const lines = [paragraph(run("LARGE", size(30))), paragraph(run("The title"), "Title")];
  expect(await page(...lines)).toMatch(/^# The title\n\n\*\*LARGE\*\*/);
});
