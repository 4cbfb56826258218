import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { built } from "../../support/built.ts";

/** The runs of a document of one paragraph that have the hint for East Asian fonts. */
async function hinted(language: string, text: string): Promise<string[]> {
  const [artifact] = await built({ "article.md": `---\ntitle: T\nlanguage: ${language}\n---\n\n${text}\n` }, ["docx"]);
  const xml = new TextDecoder().decode(unzipSync(artifact?.bytes ?? new Uint8Array())["word/document.xml"]);
  const runs = xml.match(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gsu) ?? [];
  return runs.filter((run) => run.includes('w:hint="eastAsia"')).map((run) => run.replaceAll(/<[^>]+>/g, ""));
}

test.each([
  ["ja", "これは……と言う——はい。OK “Mr. O’Neill” — yes", ["……", "——"]],
  ["ja", "これは、:span[“Yes”… he said]{lang=en}。", []],
  ["en", "“Yes”… :span[これは……と言う]{lang=ja}", ["……"]],
  ["de", "„Ja“ – nein…", []],
])("wide marks are set in the East Asian font, narrow ones in the Latin one: %s %s", async (language, text, marks) => {
  expect(await hinted(language, text)).toEqual(marks);
});
