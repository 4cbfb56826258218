import type { Dialect } from "./dialect.ts";

interface Markup {
  readonly name: string;
  readonly hint: string;
  /** Lines that do not occur in Markdown. */
  readonly marks: readonly RegExp[];
}

const markups: readonly Markup[] = [
  {
    name: "AsciiDoc",
    hint: "Convert it: asciidoctor -b docbook, then pandoc -f docbook -t gfm.",
    marks: [
      /^={1,6} \S/,
      /^:[\w-]+:(?: .*)?$/,
      /^\[(?:source|NOTE|TIP|WARNING|IMPORTANT|CAUTION)\b.*\]$/,
      /^-{4}$/,
      /^(?:image|include)::\S+\[/,
    ],
  },
  {
    name: "reStructuredText",
    hint: "Convert it: pandoc -f rst -t gfm.",
    marks: [
      /^ *\.\. [\w-]+::/,
      /^\.\. _[^:]+:/,
      /(?:^|\s):(?:ref|doc|class|func|code|term):`/,
      /^ {2,}:[\w-]+: \S/,
      /[^\s:]::$/,
    ],
  },
  {
    name: "Org mode",
    hint: "Convert it: pandoc -f org -t gfm.",
    marks: [/^#\+\w+(?::| )/, /^\*{1,4} (?:TODO|DONE) /, /^:PROPERTIES:$/, /^#\+BEGIN_/i],
  },
  {
    name: "LaTeX",
    hint: "Convert it: pandoc -f latex -t gfm.",
    marks: [/^\\documentclass/, /^\\begin\{document\}/, /^\\usepackage/],
  },
];

/** Reports a text in another markup language in a Markdown file; it is parsed as Markdown. */
export const otherMarkup: Dialect = {
  name: "other markup",
  read(lines, { report }) {
    for (const { name, hint, marks } of markups) {
      const found = lines.filter(({ text }) => marks.some((mark) => mark.test(text)));
      const kinds = marks.filter((mark) => found.some(({ text }) => mark.test(text)));
      const [first] = found;
      if (kinds.length >= 2 && first) report("syntaxUnknown", first.line, `The text looks like ${name}.`, hint);
    }
    return new Map();
  },
};
