/** The files of a publication: `article.md`, and what lies beside it. */
export type Files = Readonly<Record<string, string>>;

const many = (count: number, make: (index: number) => string, between = "\n"): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(between);

const article = (body: string, beside: Files = {}, front = ""): Files => ({
  "article.md": `${front === "" ? "" : `---\n${front}\n---\n\n`}# Title\n\n${body}\n\nKept.\n`,
  ...beside,
});

const lines =
  (make: (n: number) => string): ((count: number) => Files) =>
  (count) =>
    article(many(count, make));
const blocks =
  (make: (n: number) => string): ((count: number) => Files) =>
  (count) =>
    article(many(count, make, "\n\n"));
const inLine =
  (make: (n: number) => string): ((count: number) => Files) =>
  (count) =>
    article(many(count, make, " "));
const fence = (language: string, body: string): string => `\`\`\`${language}\n${body}\n\`\`\`\n`;

const csv = (count: number): string => `name,value\n${many(count, (n) => `row ${n},${n}`)}\n`;
const svg = (inside: string, before = ""): string =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">${inside}</svg>`;
const picture = (text: string): Files => article("![A drawing of lines](a.svg)", { "a.svg": text });
const chart = (transform: string): Files =>
  article(
    fence(
      "vega-lite",
      JSON.stringify({
        description: "Values",
        data: { values: [{ a: 1, b: 2 }] },
        transform: [{ calculate: transform, as: "c" }],
        mark: "bar",
        encoding: { x: { field: "a", type: "quantitative" }, y: { field: "c", type: "quantitative" } },
      }),
    ),
  );

const bars = (n: number): string =>
  fence(
    "chart",
    `kind: bar\nid: a${n}\ndata: d.csv\nx: {field: name}\ny: {field: value}\nsummary: Bars go up.\ncaption: Bars ${n}`,
  );

/** So many of each construct, by name. */
export const constructs: Readonly<Record<string, (count: number) => Files>> = {
  // What the issue names.
  headings: blocks((n) => `## Heading ${n}`),
  "headings of one name": blocks(() => "## Heading"),
  "unknown directives": blocks((n) => `:::unknown${n % 7}\nx\n:::`),
  images: blocks((n) => `![a ${n}](p${n}.png)`),
  "one image": (count) =>
    article(
      many(count, () => "![A line](a.svg)", "\n\n"),
      { "a.svg": svg('<path d="M0 0h9"/>') },
    ),
  definitions: (count) => lines((n) => `[d${n}]: https://example.org/${n}`)(count * 2.5),
  "references to one footnote": (count) => article(`[^a]: N\n\n${many(count * 5, () => "x[^a]", "\n\n")}`),
  "empty lines": (count) => article("\n".repeat(count * 390)),
  // Blocks.
  paragraphs: blocks((n) => `Paragraph ${n}.`),
  "lines of a paragraph": lines((n) => `Line ${n}`),
  "rows of a table": (count) => article(`| a | b |\n|---|---|\n${many(count, (n) => `| ${n} | x |`)}`),
  "columns of a table": (count) => article(["a|", "-|", "b|"].map((cell) => `|${cell.repeat(count)}`).join("\n")),
  tables: blocks((n) => `| a${n} | b |\n|---|---|\n| 1 | 2 |`),
  items: lines((n) => `- item ${n}`),
  "numbered items": lines((n) => `${n + 1}. item`),
  "loose items": blocks((n) => `- item ${n}`),
  lists: blocks((n) => `${n % 2 ? "-" : "*"} item ${n}\n\nText`),
  tasks: lines((n) => `- [${n % 2 ? "x" : " "}] task ${n}`),
  quotations: blocks((n) => `> quotation ${n}\n\nText`),
  alerts: blocks((n) => `> [!NOTE]\n> alert ${n}`),
  admonitions: blocks((n) => `!!! note "n"\n    text ${n}`),
  notes: blocks((n) => `:::note\nx ${n}\n:::`),
  "nested directives": (count) => article(`${many(count, () => "::::note")}\nx`),
  "fenced divisions": blocks((n) => `::: {#d${n} .c}\nx\n:::`),
  "code fences": blocks((n) => fence("js", `let a${n} = 1;`)),
  "lines of code": (count) =>
    article(
      fence(
        "js",
        many(count, (n) => `let a${n} = 1;`),
      ),
    ),
  "open fences": lines(() => "```"),
  "indented code": blocks((n) => `    code ${n}\n\ntext`),
  "displayed formulas": blocks((n) => `$$\nx_{${n}}\n$$`),
  "definition lists": blocks((n) => `Term ${n}\n: Definition`),
  rules: blocks(() => "---"),
  "html comments": blocks((n) => `<!-- ${n} -->`),
  "html blocks": blocks((n) => `<div>${n}</div>`),
  "open html": lines(() => "<div>"),
  "html details": blocks((n) => `<details><summary>s${n}</summary>\n\nx\n\n</details>`),
  "line blocks": lines((n) => `| line ${n}`),
  "grid tables": blocks((n) => `+---+---+\n| ${n} | b |\n+---+---+`),
  mermaid: blocks(() => fence("mermaid", "graph TD; A-->B")),
  "tabs of other tools": blocks((n) => `=== "Tab ${n}"\n\n    x`),
  shortcodes: blocks((n) => `{{< name a=${n} >}}`),
  includes: (count) =>
    article(
      many(count, () => "::include{file=b.md}", "\n\n"),
      { "b.md": "Included.\n" },
    ),
  "tables from files": (count) => article("::table[Values]{src=d.csv}", { "d.csv": csv(count) }),
  "many tables from a file": (count) =>
    article(
      many(count, () => "::table[Values]{src=d.csv}", "\n\n"),
      { "d.csv": csv(1) },
    ),
  // Inline.
  emphasis: inLine((n) => `*a${n}*`),
  "strong paragraphs": blocks((n) => `**a${n}** b`),
  "open emphasis": inLine(() => "*a"),
  "code spans": inLine((n) => `\`a${n}\``),
  formulas: inLine((n) => `$x_{${n}}$`),
  links: blocks((n) => `[a](https://example.org/${n})`),
  "links to headings": blocks((n) => `## H${n}\n\n[a](#h${n})`),
  "links to nothing": blocks((n) => `[a](#nothing${n})`),
  "broken files": blocks((n) => `[a](nothing${n}.md)`),
  autolinks: inLine((n) => `<https://example.org/${n}>`),
  "bare addresses": inLine((n) => `https://example.org/${n}`),
  "addresses of mail": inLine((n) => `a${n}@example.org`),
  entities: inLine(() => "&amp; &eacute; &#x41;"),
  "hard breaks": lines((n) => `line ${n}  `),
  "hard breaks by strokes": lines((n) => `line ${n}\\`),
  emoji: inLine(() => ":smile: \u{1F600}"),
  "many emoji": inLine((n) => String.fromCodePoint(0x1f300 + (n % 700))),
  "footnotes each once": blocks((n) => `x[^${n}]\n\n[^${n}]: Note ${n}.`),
  "inline notes": blocks((n) => `x^[note ${n}]`),
  "missing notes": blocks((n) => `x[^${n}]`),
  wikilinks: blocks((n) => `[[page ${n}]] ![[picture${n}.png]]`),
  "span attributes": inLine((n) => `[a]{.c${n}}`),
  "heading attributes": blocks((n) => `## H {#id${n} .c}`),
  "cross-references": (count) =>
    article(`![A line](a.svg){#fig:a}\n\n${many(count, () => "See @fig:a.", "\n\n")}`, {
      "a.svg": svg('<path d="M0 0h9"/>'),
    }),
  "missing cross-references": blocks((n) => `See @fig:a${n}.`),
  citations: (count) =>
    article(
      many(count, () => "x [@a].", "\n\n"),
      { "references.bib": "@book{a, title={T}, author={B, A}, year=2000}" },
    ),
  "works cited": (count) =>
    article(
      many(count / 10, (n) => `x [@a${n}].`, "\n\n"),
      {
        "references.bib": many(count / 10, (n) => `@book{a${n}, title={T ${n}}, author={B${n}, A}, year=2000}`),
      },
    ),
  "works in the file": (count) =>
    article("x [@a1].", {
      "references.bib": many(count, (n) => `@book{a${n}, title={T ${n}}, author={B${n}, A}, year=2000}`),
    }),
  "missing citations": blocks((n) => `x [@missing${n}].`),
  abbreviations: (count) =>
    article(`${many(count, (n) => `*[AB${n}]: Text ${n}`)}\n\n${many(count, (n) => `AB${n}`, " ")}`),
  "glossary terms": (count) =>
    article(
      many(count, (n) => `term${n}`, " "),
      {
        "glossary.yaml": many(count, (n) => `- term: term${n}\n  definition: Meaning ${n}.`),
      },
    ),
  variables: (count) =>
    article(
      many(count, (n) => `{{ v${n} }}`, " "),
      {},
      `variables:\n${many(count, (n) => `  v${n}: x`)}`,
    ),
  "missing variables": inLine((n) => `{{ v${n} }}`),
  facts: (count) =>
    article(
      many(count, (n) => `:fact[f${n}]`, " "),
      {
        "facts.yaml": many(
          count,
          (n) => `f${n}:\n  value: ${n}\n  source: {text: S, url: "https://example.org/${n}"}\n  checked: 2026-01-01`,
        ),
      },
    ),
  "quotation marks": inLine((n) => `"a${n}" 'b'`),
  "ruby and marks": inLine((n) => `==a${n}== ~b~ ^c^ ++d++`),
  "index entries": inLine((n) => `\\index{word ${n}}x`),
  "html spans": inLine((n) => `<span>${n}</span>`),
  "html breaks": inLine(() => "a<br>"),
  "unknown elements": inLine((n) => `<x-y${n}>a</x-y${n}>`),
  "text directives": inLine((n) => `:unknown[a${n}]`),
  "roles of MyST": inLine((n) => `{role}\`a${n}\``),
  "words not known": inLine((n) => `wörd${n}`),
  "one long word": (count) => article("w".repeat(count * 10)),
  "letters without a font": inLine((n) => String.fromCodePoint(0x1_2000 + (n % 900))),
  "languages by letters": inLine((n) => ["中文", "日本語", "한국어", "العربية", "עברית", "ไทย"][n % 6] ?? ""),
  // Beside the text.
  "keys of the front matter": (count) =>
    article(
      "x",
      {},
      many(count, (n) => `key${n}: x`),
    ),
  keywords: (count) => article("x", {}, `keywords:\n${many(count, (n) => `  - k${n}`)}`),
  authors: (count) => article("x", {}, `authors:\n${many(count, (n) => `  - Name ${n}`)}`),
  "anchors of YAML": (count) =>
    article(
      "x",
      {},
      many(count, (n) => `a${n}: &a${n} x`),
    ),
  "aliases of YAML": (count) => article("x", {}, `a: &a x\n${many(count, (n) => `b${n}: *a`)}`),
  "folded lines of YAML": (count) => article("x", {}, `a: >\n${many(count, (n) => `  l${n}`)}`),
  "merge keys of YAML": (count) => article("x", {}, `a: &a {b: c}\n${many(count, (n) => `b${n}: {<<: *a}`)}`),
  "flow lists of YAML": (count) => article("x", {}, `a: ${"[".repeat(count)}`),
  "comments of a drawing": (count) =>
    picture(
      svg(
        "",
        many(count / 7, (n) => `<!-- ${n} -->`),
      ),
    ),
  "elements of a drawing": (count) => picture(svg(many(count, (n) => `<path d="M0 ${n}h9"/>`, ""))),
  "a drawing used by itself": (count) =>
    picture(
      svg(
        `<g id="a0"><path d="M0 0h9"/></g>${many(30, (n) => `<g id="a${n + 1}">${`<use href="#a${n}"/>`.repeat(Math.min(10, count))}</g>`, "")}<use href="#a30"/>`,
      ),
    ),
  "entities of a drawing": (count) =>
    picture(
      svg(
        "<text>&z;</text>",
        `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${many(8, (n) => `<!ENTITY ${"bcdefghz"[n]} "${`&${"abcdefgh"[n]};`.repeat(Math.min(10, count))}">`, "")}]>`,
      ),
    ),
  "nested groups of a drawing": (count) => picture(svg(`${"<g>".repeat(count)}${"</g>".repeat(count)}`)),
  "rules of a drawing": (count) =>
    picture(svg(`<style>${many(count, (n) => `.c${n}{fill:red}`, "")}</style><path class="c1" d="M0 0h9"/>`)),
  "sequence without end": () => chart("length(sequence(0, 1e9))"),
  "pad without end": () => chart("length(pad('a', 1e9, 'b'))"),
  "a regular expression": () => chart("test(/^(a+)+$/, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')"),
  "rows of a chart": (count) => article(bars(0), { "d.csv": csv(count) }),
  charts: (count) => article(many(count / 100, bars), { "d.csv": csv(3) }),
  "rules of a style sheet": (count) => article("x", { "style.css": many(count, (n) => `.c${n} { color: red }`) }),
};
