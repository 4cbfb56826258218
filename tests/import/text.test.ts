import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importDocument } from "../../src/import/import-document.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

async function imported(text: string | Uint8Array): Promise<string> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const outcome = await importDocument("a.txt", bytes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value.markdown;
}

const sentence =
  "This sentence is here so that there is something below the line above it, and it ends as sentences do.";

test("has more lines than a call takes arguments, in paragraphs or in one", async () => {
  const lines = (count: number): string => "words of a line\n".repeat(count);
  const paragraphs = await imported(`Title\n\n${`${lines(70)}\n`.repeat(2000)}`);
  expect(paragraphs.match(/^words(?: of a line words)* of a line$/gm)).toHaveLength(2000);
  expect(await imported(`Title\n\n${lines(140_000)}`)).toContain(`\n\n${lines(140_000).trim().replaceAll("\n", " ")}`);
});

describe("structures that the layout of a plain text implies", () => {
  test("headings, lists, quotations, code, tables and verse", async () => {
    const text = await readFile(join(import.meta.dirname, "documents/layouts.txt"));
    await expect(await imported(text)).toMatchFileSnapshot("documents/layouts.expected");
  });

  test("a report in capitals, with numbers, underlines, bullets, figures, quotations and code", async () => {
    const text = await readFile(join(import.meta.dirname, "documents/report.txt"));
    await expect(await imported(text)).toMatchFileSnapshot("documents/report.expected");
  });

  test("pages with running heads, numbers, a contents list and a drawing, as RFCs have them", async () => {
    const text = await readFile(join(import.meta.dirname, "documents/pages.txt"));
    await expect(await imported(text)).toMatchFileSnapshot("documents/pages.expected");
  });

  test("tables and diagrams that are drawn with signs", async () => {
    const text = `Above the table.

+=======+============+
| Name  | Meaning    |
+=======+============+
| A     | The first  |
|       | of all     |
+-------+------------+
| B     | The second |
+-------+------------+

                        Table 1: Names

+------+     +------+
| here | --> |there |
+------+     +------+

+-----------+
| over both |
+-----+-----+
| one | two |
+-----+-----+
`;
    expect(await imported(text)).toBe(`Above the table.

| Name | Meaning          |
| ---- | ---------------- |
| A    | The first of all |
| B    | The second       |

Table 1: Names

\`\`\`
+------+     +------+
| here | --> |there |
+------+     +------+
\`\`\`

\`\`\`
+-----------+
| over both |
+-----+-----+
| one | two |
+-----+-----+
\`\`\`
`);
  });

  test("a title over two lines of a draft, and a contents list with spaced leaders", async () => {
    const text = `Working Group                                                   A. Tester
Internet-Draft                                              1 March 2024


              A Protocol for Testing
                Plain Text Readers
                 draft-tester-plain-03

Table of Contents

   1.  Introduction  . . . . . . . . . . . . . . . . . . . . . .   1

1.  Introduction

   ${sentence}



Tester                  Expires 1 September 2024                [Page 1]
`;
    const markdown = await imported(text);
    expect(markdown.startsWith("# A Protocol for Testing Plain Text Readers\n")).toBe(true);
    expect(markdown).toContain("\n\ndraft-tester-plain-03\n\n## 1.  Introduction\n\nThis sentence");
  });

  test("paragraphs that are set in", async () => {
    const text =
      "   The first line of this paragraph is set in,\nand the others are not, and so it\ngoes on.\n   The second one is like it, and it\nends here.\n";
    expect(await imported(text)).toBe(
      "The first line of this paragraph is set in, and the others are not, and so it goes on.\n\nThe second one is like it, and it ends here.\n",
    );
  });

  test("short lines between paragraphs are the title and the sections", async () => {
    const text = `The title\n\nA first section\n\n${sentence}\n\nIs this one?\n\n${sentence}\n`;
    expect(await imported(text)).toBe(
      `# The title\n\n## A first section\n\n${sentence}\n\n## Is this one?\n\n${sentence}\n`,
    );
  });

  test("paragraphs without blank lines between them", async () => {
    const long = `${sentence} ${sentence}`;
    expect(await imported(`Title\n${long}\nSection\n${long}\n`)).toBe(`# Title\n\n${long}\n\n## Section\n\n${long}\n`);
  });

  test("a sentence, a label, a signature at the end are no headings", async () => {
    const text = `${sentence}\n\nYes.\n\nYou need:\n\n- tea\n- water\n\nWith regards\n`;
    expect(await imported(text)).toBe(text);
  });

  test("a text that is Markdown stays as it is", async () => {
    const text = "# A title\n\n*   one\n*   [two](b.html)\n";
    expect(await imported(text)).toBe(text);
  });

  test("Windows-1252 and UTF-16 are read", async () => {
    expect(await imported(Uint8Array.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x2e]))).toBe("“café”.\n");
    expect(await imported(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x2e, 0]))).toBe("a.\n");
    expect(await imported(Uint8Array.from([0x61, 0, 0x2e, 0]))).toBe("a.\n");
    expect(await imported(Uint8Array.from([0, 0x61, 0, 0x2e]))).toBe("a.\n");
  });

  test("an empty file is an empty text", async () => {
    expect(await imported("\n\n")).toBe("");
  });
});

describe("offprint import", () => {
  test("writes article.md, which builds, and overwrites nothing", async () => {
    const folder = await temporaryFolder({ "My Text.txt": `The title\n\nA section\n\n${sentence}\n` });
    const ran = await offprint(folder, ["import", "My Text.txt"]);
    expect(ran).toEqual({ code: 0, out: "Written content/my-text/article.md\n", err: "" });
    expect((await snapshot(folder))["content/my-text/article.md"]).toBe(`# The title\n\n## A section\n\n${sentence}\n`);
    const again = await offprint(folder, ["import", "My Text.txt"]);
    expect(again.code).toBe(2);
    expect(again.err).toContain('"content/my-text/article.md" already exists');
    expect((await offprint(folder, ["import", "My Text.txt", "--into", "other"])).code).toBe(0);
  });

  test("a plain text is a source of build", async () => {
    const folder = await temporaryFolder({ "a.txt": `The title\n\nA section\n\n${sentence}\n` });
    const ran = await offprint(folder, ["build", "a.txt", "--edition", "web"]);
    expect(ran.err).not.toContain("error");
    const page =
      (await snapshot(join(folder, "dist")))["a/index.html"] ?? Object.values(await snapshot(join(folder, "dist")))[0];
    expect(page).toContain("The title</h1>");
  });

  test("a file that is not a document is a finding", async () => {
    const folder = await temporaryFolder({ "a.xyz": "x" });
    for (const command of ["import", "build"]) {
      const ran = await offprint(folder, [command, "a.xyz"]);
      expect(ran.code).toBe(2);
      expect(ran.err).toContain('"a.xyz" is not a Markdown file');
    }
    expect((await offprint(folder, ["import", "absent.txt"])).err).toContain('There is no file "absent.txt"');
  });
});

test("paragraphs that are set in below their headings are no quotations; one set in further is", async () => {
  const body = `   ${sentence.slice(0, 60)}\n   ${sentence.slice(60)}`;
  const text = `Minutes\n=======\n\n1. FIRST\n\n${body}\n\n       ${sentence.slice(0, 60)}\n       and so on.\n\n2. SECOND\n\n${body}\n`;
  const markdown = await imported(text);
  expect(markdown.match(/^This sentence/gm)).toHaveLength(2);
  expect(markdown.match(/^> This sentence/gm)).toHaveLength(1);
});

test("addresses between angle brackets are links without them, and a title has single spaces", async () => {
  const markdown = await imported(
    `The title      in May\n=====================\n\nWrite to <a@example.org>, see <http://example.org/a_b>.\n`,
  );
  expect(markdown).toBe("# The title in May\n\nWrite to <a@example.org>, see <http://example.org/a_b>.\n");
});

test("a mail: its subject is the title, lists follow a colon at once, and the signature its dashes", async () => {
  const mail = `From: Ada\nTo: Bo\nSubject: The trip\n\nWe need:\n- boots\n- a map\n\nA line with a dash\n- as this one - and more words.\n\n--\nAda\n`;
  expect(await imported(mail)).toBe(
    "# The trip\n\nFrom: Ada\\\nTo: Bo\\\nSubject: The trip\n\nWe need:\n\n- boots\n- a map\n\nA line with a dash - as this one - and more words.\n\n---\n\nAda\n",
  );
});
