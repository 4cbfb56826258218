import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { github } from "../../src/diagnostics/print/github.ts";
import { text } from "../../src/diagnostics/print/text.ts";
import type { Report } from "../../src/diagnostics/print/report.ts";
import { expectHeld } from "../support/attack.ts";
import { prepareSource, printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

// What lies beside a text, and what its formulas, names and links may ask for.

const article = "# T\n\nx [@a, p. 4] y.\n\nKept.\n";

describe("formulas that run away", () => {
  test.each([
    String.raw`\def\a{\a\a}\a`,
    String.raw`\def\a{\b}\def\b{\a}\a`,
    String.raw`\newcommand{\a}[1]{\a{#1#1}}\a{x}`,
    String.raw`\gdef\a#1{\a{#1}}\a{x}`,
    String.raw`\edef\a{\a x}\a`,
    String.raw`\let\a=\b\let\b=\a\a`,
    String.raw`\def\a{xxxxxxxxxx}\def\b{\a\a\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b\b\b}\def\d{\c\c\c\c\c\c\c\c\c\c}\def\e{\d\d\d\d\d\d\d\d\d\d}\e`,
    String.raw`\rule{1e9em}{1e9em}`,
    String.raw`\kern99999999999pt x`,
    String.raw`\hspace{1e309em}`,
    String.raw`\raisebox{99999em}{x}`,
    String.raw`\href{javascript:alert(1)}{x}`,
    String.raw`\url{javascript:alert(1)}`,
    String.raw`\includegraphics{http://evil.example/a.png}`,
    String.raw`\htmlClass{a}{x}\htmlId{b}{y}\htmlStyle{color:red}{z}\htmlData{a=b}{w}`,
    String.raw`\class{a}{x}\style{background:url(//evil.example)}{z}`,
    String.raw`\unicode{x1F4A9}\char"FFFFFFFF`,
    String.raw`\input{/etc/passwd}`,
    String.raw`\write18{id}\immediate\openout`,
    String.raw`\color{expression(alert(1))}x`,
    String.raw`\begin{matrix}${"a&".repeat(5000)}\end{matrix}`,
    `${"{".repeat(3000)}x${"}".repeat(3000)}`,
    `${String.raw`\frac{`.repeat(1000)}x`,
    `x${"^{x".repeat(1000)}${"}".repeat(1000)}`,
    String.raw`\left(`.repeat(1000),
    String.raw`\constructor \__proto__ \toString`,
    String.raw`\text{</annotation></math><script>alert(1)</script>}`,
    String.raw`\verb|</script><img src=x onerror=alert(1)>|`,
  ])("%s", async (formula) => {
    await expectHeld({
      files: `# T\n\nKept.\n\nZero $${formula}$ one.\n\n$$\n${formula}\n$$\n`,
      has: ["Kept."],
      lacks: ["root:x"],
      mayBeRefused: true,
      within: 30_000,
    });
  });
});

describe("bibliographies", () => {
  const bombs: Record<string, string> = {
    "strings that double": `${Array.from({ length: 40 }, (_, n) => `@string{s${n + 1} = s${n} # s${n}}`).join("\n")}\n@string{s0 = "xx"}\n@book{a, title = s40}`,
    "strings that double, in order": `@string{s0 = "xx"}\n${Array.from({ length: 40 }, (_, n) => `@string{s${n + 1} = s${n} # s${n}}`).join("\n")}\n@book{a, title = s40}`,
    "a string of itself": "@string{a = a # a}\n@book{a, title = a}",
    "a crossref to itself": "@book{a, crossref = {a}, title = {T}}",
    "crossrefs in a ring": "@book{a, crossref = {b}}\n@book{b, crossref = {c}}\n@book{c, crossref = {a}}",
    "a chain of crossrefs": Array.from({ length: 3000 }, (_, n) => `@book{a${n}, crossref = {a${n + 1}}}`).join("\n"),
    "ten thousand authors": `@book{a, title={T}, author={${"A, B and ".repeat(10_000)}C, D}}`,
    "a name of commas": `@book{a, title={T}, author={${",".repeat(10_000)}}}`,
    "a name of spaces": `@book{a, title={T}, author={A${" ".repeat(50_000)}B}}`,
    "accents inside accents": `@book{a, title={${String.raw`{\'`.repeat(3000)}e${"}".repeat(3000)}}}`,
    "commands that run": String.raw`@book{a, title={\input{/etc/passwd}\write18{id}}}`,
    "a script": "@book{a, title={<script>alert(1)</script>}, url={javascript:alert(1)}}",
    "a thousand fields": `@book{a, ${Array.from({ length: 20_000 }, (_, n) => `f${n}={x}`).join(", ")}}`,
    "an entry twice": "@book{a, title={T}}\n".repeat(5000),
    "keys of Object": "@book{__proto__, title={T}}\n@book{constructor, title={U}}\n@book{a, title={V}}",
    "comments without end": "@comment{".repeat(5000),
    "dates without end": `@book{a, title={T}, date={${"2000/".repeat(5000)}}}`,
  };
  test.each(Object.entries(bombs))("%s", (_, bibtex) =>
    expectHeld({
      files: { "article.md": article, "references.bib": bibtex },
      has: ["Kept."],
      lacks: ["<script>alert", "root:x"],
      mayBeRefused: true,
      within: 30_000,
    }),
  );
});

describe("files that lead elsewhere", () => {
  test.each([
    ["a ring of one", { "article.md": "# T\n\n::include{file=article.md}\n\nKept.\n" }],
    [
      "a ring of three",
      {
        "article.md": "# T\n\n::include{file=b.md}\n\nKept.\n",
        "b.md": "B\n\n::include{file=c.md}\n",
        "c.md": "C\n\n::include{file=b.md}\n",
      },
    ],
    [
      "a tree that doubles",
      {
        "article.md": "# T\n\n::include{file=p0.md}\n\nKept.\n",
        ...Object.fromEntries(
          Array.from({ length: 30 }, (_, n) => [
            `p${n}.md`,
            `x\n\n::include{file=p${n + 1}.md}\n\n::include{file=p${n + 1}.md}\n`,
          ]),
        ),
      },
    ],
    [
      "a translation of itself",
      { "article.md": "# T\n\nKept.\n", "article.en.md": "# T\n", "article.es.es.md": "# T\n" },
    ],
    ["a language that goes up", { "article.md": "---\nlanguage: ../../etc\n---\n\n# T\n\nKept.\n" }],
    ["a template above", { "article.md": "---\ntemplate: ../../../etc\n---\n\n# T\n\nKept.\n" }],
    ["a template of the web", { "article.md": "---\ntemplate: https://evil.example/t\n---\n\n# T\n\nKept.\n" }],
    ["a template with NUL", { "article.md": '---\ntemplate: "a\\0b"\n---\n\n# T\n\nKept.\n' }],
    [
      "code of another place",
      { "article.md": "# T\n\n::include{file=/etc/passwd}\n\n<<< @/../../etc/passwd\n\nKept.\n" },
    ],
    [
      "a table of another place",
      { "article.md": "# T\n\n::table[x]{src=/etc/passwd}\n\n::table[x]{src=../../../../etc/passwd}\n\nKept.\n" },
    ],
    ["a chart of another place", { "article.md": "# T\n\n```chart\nkind: bar\ndata: /etc/passwd\n```\n\nKept.\n" }],
  ] as const)("%s", (_, files) =>
    expectHeld({ files, lacks: ["root:x", "evil.example/t\u0000"], mayBeRefused: true, within: 30_000 }),
  );

  test.each(["facts.yaml", "glossary.yaml", "references.bib", "style.web.css", "publication.yaml", "a.svg", "d.csv"])(
    "%s is a link out of the folder",
    async (name) => {
      const outside = await temporaryFolder({ secret: "x: S3CRET, y\n" });
      const folder = await temporaryFolder({ "article.md": "# T\n\n![x](a.svg)\n\n::table[x]{src=d.csv}\n\nKept.\n" });
      await symlink(join(outside, "secret"), join(folder, name));
      const outcome = await prepareSource(worldIn(folder), ".");
      const printed = printDiagnostics(outcome.diagnostics);
      expect(JSON.stringify(outcome) + printed).not.toContain("S3CRET, y");
      expect(printed).not.toBe("");
    },
  );
});

describe("names that are printed", () => {
  test.each([
    "a\n::add-mask::x.png",
    "a\r::set-output name=x::y.png",
    "a\u001B]0;title\u0007.png",
    "a\u202Egnp.exe",
    "a%0A::error::x.png",
    "a\u009B31m.png",
  ])("%j", async (name) => {
    const folder = await temporaryFolder({
      "article.md": `# T\n\n![x](<${name.replaceAll(/[\n\r]/g, "%0A")}>)\n\nKept.\n`,
      [name]: "no picture",
    });
    const { diagnostics } = await prepareSource(worldIn(folder), ".");
    const report = { diagnostics, files: [], sources: new Map(), verb: "Written" } as unknown as Report;
    for (const reporter of [github, text]) {
      const { output, errors, closing } = reporter(report, { colour: false, columns: 80 });
      const printed = output + errors + closing;
      expect(printed).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
      expect(printed.split("\n").filter((line) => /^::(?:add-mask|set-output)/.test(line))).toEqual([]);
    }
  });
});
