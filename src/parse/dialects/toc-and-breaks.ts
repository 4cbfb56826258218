import { type Dialect, lineDialect } from "./dialect.ts";

/** A line that requests a table of contents, which Offprint adds itself. */
const contents =
  /^[ \t]*(?:\[\[?_?toc_?\]\]?|\[\[toc\]\]|\$\{toc\}|@\[toc\](?:\([^)]*\))?|\{:toc[^{}]*\}|\{toc\}|<!-- *\/?toc *-->|<!-- *tocstop *-->|\\(?:tableofcontents|listoffigures|listoftables))[ \t]*$/i;

const style = String.raw`(?:page-)?break-(?:after|before)\s*:\s*(?:always|page|left|right|recto|verso)`;
const name = String.raw`page[-_ ]?break(?:[-_](?:after|before))?|new[-_ ]?page`;
const element = String.raw`<(div|p|span|br|hr)\b[^<>]*(?:style\s*=\s*["'][^"']*${style}[^"']*["']|class\s*=\s*["'](?:[^"']*\s)?(?:${name})(?:\s[^"']*)?["'])[^<>]*>(?:(?:\s|&nbsp;|\u00A0|<br ?\/?>|\\(?:pagebreak|newpage))*<\/\1>)?`;
const breaks = new RegExp(
  String.raw`^[ \t]*(?:\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\[\d\]|\{\})?|\{\{[<%][ \t]*(?:pagebreak|newpage)[ \t]*[>%]\}\}|\{(?:pagebreak|newpage)\}|<!--[ \t]*(?:${name})[ \t]*-->|<(?:pagebreak|mbp:pagebreak)[ \t]*\/?>|${element}|:::+[ \t]*(?:\{\.)?(?:${name})\}?[ \t]*:::+)[ \t]*$`,
  "i",
);

/** Removes `[TOC]`, `[[_TOC_]]` and `\tableofcontents` on their own lines. */
export const contentsMarks: Dialect = {
  name: "marks for contents ([TOC])",
  read(lines, { texts }) {
    const read = new Map<number, string>();
    for (const { line, text } of lines) {
      if (!contents.test(text)) continue;
      read.set(line, "");
      // kramdown replaces a list with one item by the table of contents.
      if (text.includes("{:toc") && /^[ \t]*(?:[*+-]|\d+\.)[ \t]+\S/.test(texts[line - 2] ?? ""))
        read.set(line - 1, "");
    }
    return read;
  },
};

/** `\newpage`, `<!-- pagebreak -->`, `<div style="page-break-after: always">` on their own lines. */
export const pageBreaks = lineDialect("page breaks (\\newpage)", (text) =>
  breaks.test(text) ? `${/^[ \t]*/.exec(text)?.[0] ?? ""}::page-break` : text,
);
