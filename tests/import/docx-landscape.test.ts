import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { importDocument } from "../../src/import/import-document.ts";
import { built } from "../support/built.ts";

const table = `| A | B |
| - | - |
| 1 | 2 |`;

/** What comes back of a text by way of a Word document. */
async function broughtBack(text: string): Promise<string> {
  const [artifact] = await built({ "article.md": `# A text\n\n${text}` }, ["docx"]);
  const outcome = artifact && (await importDocument("a.docx", artifact.bytes));
  if (!outcome?.ok) throw new Error("Not imported.");
  return outcome.value.markdown;
}

test("a part on landscape pages comes back as one", async () => {
  const part = `Before.

- one
- two

:::landscape
Wide.

${table}

- three
:::

After.`;
  expect(await broughtBack(part)).toContain(part);
});

test("a landscape section comes back as one, with its sections and a link to it", async () => {
  const sections = `See [it](#wide-2).

## Wide

Narrow.

## Wide {#wide-2 .landscape}

### Inner

${table}

## Next {.landscape}

Words.

## Last

Words.`;
  expect(await broughtBack(sections)).toContain(sections);
});

test("blocks come back without their heading where its section goes on behind them", async () => {
  const part = `## One

:::landscape
${table}
:::

On.`;
  expect(await broughtBack(part)).toContain(part);
});

test("a title on a landscape page is no landscape section", async () => {
  const [artifact] = await built({ "article.md": "# A text\n\n:::landscape\nWide.\n:::\n\n## One\n\nOn." }, ["docx"]);
  const parts = unzipSync(artifact?.bytes ?? new Uint8Array());
  const path = "word/document.xml";
  const xml = new TextDecoder().decode(parts[path]);
  // Turns the first section, in which the title is.
  const [, portrait = "", rest = ""] = /(<w:pgSz [^>]*>)([^]*)/.exec(xml) ?? [];
  const turned = xml.replace(portrait + rest, `<w:pgSz w:w="15840" w:h="12240"/>${rest}`);
  const outcome = await importDocument("a.docx", zipSync({ ...parts, [path]: new TextEncoder().encode(turned) }));
  expect(outcome.ok && outcome.value.markdown).toMatch(/^# A text\n\n:::landscape\nWide\.\n:::\n/);
});

test("a document of nothing but wide pages is not turned", async () => {
  const [artifact] = await built({ "article.md": "# A text\n\nWords.\n\n## Wide {.landscape}\n\nWords." }, ["docx"]);
  const parts = unzipSync(artifact?.bytes ?? new Uint8Array());
  const path = "word/document.xml";
  const xml = new TextDecoder()
    .decode(parts[path])
    .replaceAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g, (_, a: string, b: string) =>
      Number(a) > Number(b) ? `<w:pgSz w:w="${a}" w:h="${b}"` : `<w:pgSz w:w="${b}" w:h="${a}"`,
    );
  const outcome = await importDocument("a.docx", zipSync({ ...parts, [path]: new TextEncoder().encode(xml) }));
  expect(outcome.ok && outcome.value.markdown).toContain("\n## Wide\n");
});

test("page breaks come back", async () => {
  const text = "One.\n\n::page-break\n\nTwo.";
  expect(await broughtBack(text)).toContain(text);
});
