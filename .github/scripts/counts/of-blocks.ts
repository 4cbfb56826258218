import { article, blocks, csv, fence, lines, many, svg, type Construct } from "./make.ts";

/** Block constructs. */
export const ofBlocks: Readonly<Record<string, Construct>> = {
  // The most important ones.
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
  // Further ones.
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
};
