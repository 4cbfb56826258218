import type { Dialect } from "./dialect.ts";

const numbered = /^( {0,3}(?:\d{1,9}|[A-Za-z]|[IVX]+))([.)])(?=[ \t]+\S)/;
const underline = /^ {0,3}(?:=+|-{2,})[ \t]*$/;

/** "1. Introduction" with an underline is a heading in pandoc; in CommonMark it begins a list. */
export const numberedHeadings: Dialect = {
  name: "headings with numbers, underlined (pandoc)",
  read(lines, { texts }) {
    const read = new Map<number, string>();
    for (const { line, text } of lines) {
      const before = texts[line - 2] ?? "";
      if (before.trim() === "" && numbered.test(text) && underline.test(texts[line] ?? "")) {
        read.set(line, text.replace(numbered, String.raw`$1\$2`));
      }
    }
    return read;
  },
};
