import { lineDialect } from "./dialect.ts";

/** A line that asks for a contents list, which Offprint makes by itself, or for a new page. */
const mark =
  /^ {0,3}(?:\[\[?_?toc_?\]\]?|\{:toc\}|\\(?:newpage|pagebreak|clearpage|tableofcontents)|\{\{<[ \t]*pagebreak[ \t]*>\}\})[ \t]*$/i;

/** `[TOC]`, `[[_TOC_]]`, `\newpage` and `\pagebreak` on lines of their own: taken out. */
export const tocAndBreaks = lineDialect("contents marks and page breaks ([TOC], \\newpage)", (text) =>
  mark.test(text) ? "" : text,
);
