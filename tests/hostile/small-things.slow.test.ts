import { describe, test } from "vitest";
import { expectHeld } from "../support/attack.ts";

const many = (count: number, make: (index: number) => string, between = "\n"): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(between);

const expectText = (body: string, ...says: RegExp[]) =>
  expectHeld({ files: `# T\n\n${body}\n\nKept.\n`, mayBeRefused: true, says, within: 60_000 });

describe("many small things take no more than their number", () => {
  const attacks: Record<string, string> = {
    definitions: many(5000, (n) => `[d${n}]: https://example.org/${n}`),
    "references and definitions": many(1000, (n) => `[d${n}][]\n\n[d${n}]: https://example.org/${n}\n`),
    "definitions in quotations": many(1000, (n) => `> [d${n}]: https://example.org/${n}`),
    headings: many(1000, (n) => `## Heading ${n}\n`),
    "headings of one name": many(1000, () => "## Heading\n"),
    "unknown directives": many(500, (n) => `:::unknown${n % 7}\nx\n:::\n`),
    images: many(500, (n) => `![a ${n}](p${n}.png)\n`),
    notes: many(500, (n) => `x[^${n}]\n\n[^${n}]: Note ${n}.\n`),
    emphasis: "*a ".repeat(3000),
    "marks of emphasis": "*".repeat(20_000),
    underscores: "_a".repeat(5000),
    backticks: many(300, (n) => `${"`".repeat(n)}a`, " "),
    "autolinks without an end": "<a".repeat(5000),
    "addresses of mail": "a@b.c.".repeat(2000),
    "addresses of the web": "www.a.b ".repeat(2000),
    entities: "&amp;".repeat(20_000),
    "strokes of tables": `${"|".repeat(20_000)}\n`,
    "columns of a table": `|${"a|".repeat(500)}\n|${"-|".repeat(500)}\n|${"b|".repeat(500)}`,
    colons: ":".repeat(20_000),
    "fences of directives": many(300, (n) => `${":".repeat(3 + (n % 50))}note`),
    dollars: "$".repeat(20_000),
    formulas: "$x$ ".repeat(500),
    braces: "{".repeat(20_000),
    variables: "{{ x }} ".repeat(500),
    "braces of variables": "{{".repeat(5000),
    comments: "<!-- x --> ".repeat(1000),
    "marks of comments": "<!--".repeat(3000),
    "quotation marks": "\"a 'b ".repeat(3000),
    "marks of direction": "\u202e\u2066\u200b".repeat(5000),
    "zero bytes": "\u0000a ".repeat(3000),
    "combining marks": `a${"\u0301".repeat(20_000)}`,
  };
  test.each(Object.entries(attacks))("%s", (_, body) => expectText(body));

  // 4,000 of each took the square of their number, or ended in an error of the program.
  const more: Record<string, string> = {
    lists: many(4000, (n) => `${n % 2 ? "-" : "*"} item ${n}\n\nText\n`),
    quotations: many(4000, (n) => `> quotation ${n}\n\nText\n`),
    "boxes of MkDocs": many(4000, (n) => `!!! note "n"\n    text ${n}\n`),
    "quotations of GitLab": many(4000, () => ">>>\n"),
    "environments of TeX": many(4000, () => "\\begin{a}\n"),
    "blocks between slashes": many(4000, () => "/// note\n"),
    "metadata in the text": many(4000, () => "---\na: b\n"),
    abbreviations: `${many(4000, (n) => `*[AB${n}]: Text ${n}`)}\n\n${many(4000, (n) => `AB${n}`, " ")}`,
    "blocks behind list marks": many(4000, () => "- ```\n"),
  };
  test.each(Object.entries(more))("more %s", (_, body) => expectText(body));
  test("terms of a glossary", () =>
    expectHeld({
      files: {
        "article.md": `# T\n\n${many(4000, (n) => `term${n}`, " ")}\n\nKept.\n`,
        "glossary.yaml": many(4000, (n) => `- term: term${n}\n  definition: Meaning ${n}.`),
      },
      within: 60_000,
    }));
  test("citations of one work", () =>
    expectHeld({
      files: {
        "article.md": `# T\n\n${many(4000, () => "x [@a].\n")}\n\nKept.\n`,
        "references.bib": "@book{a, title={T}, author={B, A}, year=2000}",
      },
      within: 60_000,
    }));
});
