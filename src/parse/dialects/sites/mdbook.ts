import { type Dialect, outsideCode } from "../dialect.ts";
import { LeftOut } from "./left-out.ts";

const mark = /(?<!\\)\{\{#(\w+)[ \t]+([^{}]+)\}\}/g;

/** `{{#include part.md}}` of mdBook on a line of its own is an include; part of a file, or code, is not put in. */
export const mdbook: Dialect = {
  name: "includes ({{#include file}}: mdBook)",
  read(lines, { report }) {
    const read = new Map<number, string>();
    const leftOut = new LeftOut("mdBook", "Write ::include{file=part.md} for a whole text, or copy the lines.");
    for (const { line, text } of lines) {
      const changed = outsideCode(text, (piece) =>
        piece.replaceAll(mark, (written: string, name: string, given: string) => {
          const isWhole = name === "include" && /^[^:]+\.md[ \t]*$/.test(given) && text.trim() === written;
          if (isWhole) return `::include{file="${given.trim()}"}`;
          if (name !== "title") leftOut.add(line, written);
          return "";
        }),
      );
      if (changed !== text) read.set(line, changed.trim() === "" ? "" : changed);
    }
    leftOut.report(report);
    return read;
  },
};
