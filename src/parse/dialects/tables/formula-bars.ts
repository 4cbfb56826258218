import { type Dialect, type DialectLine } from "../dialect.ts";

const delimiters = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const formula = /(?<![\\$])\$(?=[^\s$])((?:[^$\\`]|\\.)*)(?<=[^\s$])\$(?![\d$])/g;
const bar = /(?<!\\)\|/g;

/**
 * `| $P(x|y)$ | Bayes |`: pandoc reads the bar as part of the formula, GFM as the end of a cell. It is escaped in a row that
 * has more cells than the header otherwise, and as many if it is.
 */
export const formulaBars: Dialect = {
  name: "bars of formulas in tables (pandoc)",
  read(lines) {
    const read = new Map<number, string>();
    let columns = 0;
    for (const [index, { line, text }] of lines.entries()) {
      const isNext = lines[index - 1]?.line === line - 1;
      if (!isNext || !text.includes("|")) columns = 0;
      if (text.includes("|") && delimiters.test(text)) columns = cellsOf(text);
      else if (columns > 0 && text.includes("$")) {
        const escaped = escape(text);
        if (cellsOf(text) > columns && cellsOf(escaped) === columns) read.set(line, escaped);
      }
    }
    for (const head of headsOf(lines)) {
      const escaped = escape(head.text);
      if (cellsOf(head.text) !== head.columns && cellsOf(escaped) === head.columns) read.set(head.line, escaped);
    }
    return read;
  },
};

/** Returns header rows with the number of columns that the line below them has. */
function headsOf(lines: readonly DialectLine[]): (DialectLine & { readonly columns: number })[] {
  return lines.flatMap((head, index) => {
    const below = lines[index + 1];
    const isHead = below?.line === head.line + 1 && /\$.*\|/.test(head.text) && below.text.includes("|");
    return isHead && delimiters.test(below.text) ? [{ ...head, columns: cellsOf(below.text) }] : [];
  });
}

function escape(text: string): string {
  return text.replaceAll(formula, (written) => written.replaceAll(bar, String.raw`\|`));
}

function cellsOf(row: string): number {
  const inner = row
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return (inner.match(bar)?.length ?? 0) + 1;
}
