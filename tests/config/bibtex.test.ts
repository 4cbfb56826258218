import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { normaliseDoi } from "../../src/model/doi.ts";
import { readBibtex } from "../../src/config/references/read-bibtex.ts";
import { readReferences } from "../../src/config/references/read-references.ts";
import { accents, symbols } from "../../src/config/references/bibtex/tex-commands.ts";
import { texToText } from "../../src/config/references/bibtex/tex-to-text.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { processorTime } from "../support/processor-time.ts";
import { update } from "../support/update-cases.ts";

const folder = join(import.meta.dirname, "bibtex");
const file = (text: string) => ({ text, shown: "a.bib", path: "/a.bib", modified: new Date(0), sha256: "" });

function read(text: string): { items: unknown[]; printed: string } {
  const outcome = readBibtex(file(text));
  return { items: outcome.ok ? outcome.value : [], printed: printDiagnostics(outcome.diagnostics) };
}

// The JSON files hold what a person found right, beside what Pandoc makes of the same files. On purpose it differs: Pandoc
// changes the case of titles, shortens those with a colon, leaves out letters of T1 and TS1, formulas, months with days,
// years in words and addresses in `howpublished`, keeps TeX in addresses and DOIs, and calls "von" a dropping particle. In
// braces it is part of the name here, as in BibTeX. Places and publishers with "and" stay one text. A work that is a volume
// has both titles as one, since few styles print `volume-title`.
describe.each(["entries", "odd"])("%s", (name) => {
  const written = readFileSync(join(folder, `${name}.bib`), "utf8");
  const { items, printed } = read(written);
  if (update) writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(items, null, 2)}\n`);
  const right = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as { id: string }[];

  test("raises no diagnostic", () => {
    expect(printed).toBe("");
    expect(items).toHaveLength(right.length);
  });
  test.each(right.map((item) => [item.id, item] as const))("%s", (id, item) => {
    expect(items.find((other) => (other as { id: string }).id === id)).toEqual(item);
  });
  test("every entry is a work of CSL", () => {
    expect(printDiagnostics(readReferences([file(written)]).diagnostics)).toBe("");
  });
});

describe("commands", () => {
  test.each(Object.keys(accents).filter((name) => name !== "t"))(
    "accent %s on every vowel, however it is written",
    (name) => {
      const mark = accents[name] ?? "";
      for (const letter of "aeiouAEIOU") {
        const right = (letter + mark).normalize("NFC");
        const dotless = letter === "i" ? "\\i" : letter;
        const space = /[a-z]/i.test(name) ? " " : "";
        for (const tex of [
          `\\${name}{${letter}}`,
          `{\\${name}${space}${letter}}`,
          `\\${name}{${dotless}}`,
          `{\\${name}{${dotless}}}`,
        ]) {
          expect(texToText(tex), tex).toBe(right);
        }
      }
    },
  );
  test.each([...symbols].filter(([, sign]) => /\S/.test(sign)))("\\%s is %s", (name, sign) => {
    expect(texToText(`a{\\${name}}b`)).toBe(`a${sign}b`);
    expect(texToText(`a\\${name}{}b`)).toBe(`a${sign}b`);
  });
  test("of the preamble", () => {
    const { items, printed } = read(
      String.raw`@preamble{ "\newcommand{\noopsort}[1]{} \newcommand\my[1]{<#1>}" } @book{a, title={{\noopsort{x}}B \my{c}}}`,
    );
    expect(items).toMatchObject([{ title: "B <c>" }]);
    expect(printed).toBe("");
  });
  test("for the order of entries, which every style of BibTeX knows, has no text", () => {
    const { items, printed } = read(String.raw`@book{a, author={Gerard {\noopsort{b}}de Vries}, title={B}}`);
    expect(items).toMatchObject([{ author: [{ family: "Vries", "non-dropping-particle": "de", given: "Gerard" }] }]);
    expect(printed).toBe("");
  });
  test("not known: a finding at the command", () => {
    const { items, printed } = read("@book{a,\n  title = {A \\frobnicate{word} and \\blob}\n}");
    expect(items).toMatchObject([{ title: "A word and" }]);
    expect(printed).toContain("a.bib:2:14 warning texCommandKnown The TeX command \\frobnicate is not known.");
    expect(printed).toContain("a.bib:2:36 warning texCommandKnown The TeX command \\blob is not known.");
  });
});

test.each([
  "10.1000/abc",
  " 10.1000/abc ",
  "doi:10.1000/abc",
  "DOI: 10.1000/abc",
  "DOI 10.1000/abc",
  "urn:doi:10.1000/abc",
  "info:doi/10.1000/abc",
  "https://doi.org/10.1000/abc",
  "http://dx.doi.org/10.1000/abc",
  "https://www.doi.org/10.1000/abc",
  "doi.org/10.1000/abc",
  "https://doi.org/10.1000%2Fabc",
  "https://doi.org/doi:10.1000/abc",
])("%s is one DOI", (written) => {
  expect(normaliseDoi(written)).toBe("10.1000/abc");
});

describe("reports broken entries at their position", () => {
  test.each([
    ["@book{a, title {T}}", "1:16", "an equals sign is missing before an opening brace"],
    ["@book{a, title = {T}", "1:21", "a closing brace is missing before the end of the file"],
    ["@book{a, title = {T", "1:20", "a closing brace is missing before the end of the file"],
    ['@book{a, title = "T}', "1:20", "a quotation mark is missing before a closing brace"],
    ["@book{a, title = {T} year = 2020}", "1:22", 'a comma is missing before "y"'],
    ["@book{a b, title = {T}}", "1:9", 'a comma is missing before "b"'],
    ["@book{, title = {T}}", "1:7", "a key is missing before a comma"],
    ["@book{a,\n\n title = }", "3:10", "a value is missing before a closing brace"],
  ])("%s", (text, place, message) => {
    expect(read(text).printed).toContain(
      `a.bib:${place} warning referencesShape BibTeX cannot be read from here: ${message}.`,
    );
  });
  test("signs between entries are comments", () => {
    expect(read("a@b.example @ {x} @book{a, title={T}} @comment{x @y} trailing @").items).toHaveLength(1);
  });
});

describe("ends on large or deep input", () => {
  test.each([
    ["braces in braces", `@book{a, title={${"{".repeat(100_000)}x${"}".repeat(100_000)}}}`],
    ["accents on accents", `@book{a, title={${"\\'".repeat(100_000)}x}}`],
    ["dollars", `@book{a, title={${"$".repeat(100_001)}}}`],
    ["many authors", `@book{a, author={${"A, B and ".repeat(50_000)}C, D}}`],
    [
      "many entries",
      Array.from({ length: 5000 }, (_, n) => `@book{a${n}, title={T}, crossref={a${n + 1}}}`).join("\n"),
    ],
    ["a circle", "@book{a, crossref={b}} @book{b, crossref={a}}"],
    [
      "strings that double",
      `${Array.from({ length: 60 }, (_, n) => `@string{s${n + 1} = s${n} # s${n}}`).join("")}@book{a, title=s60}`,
    ],
    ["quotation marks", `@book{a, title={${'"'.repeat(200_000)}}}`],
    ["signs", "@".repeat(500_000)],
  ])("%s", (_, text) => {
    const before = processorTime();
    read(text);
    expect(processorTime() - before).toBeLessThan(5000);
  });
});
