import { article, blocks, inLine, lines, many, svg, type Construct } from "./make.ts";

/** Inline constructs. */
export const ofWords: Readonly<Record<string, Construct>> = {
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
};
