import type { Dialect } from "../dialect.ts";

const border = /^ {0,3}\|(?=[^|]*[-=])[-=:|+ \t]+$/;

/**
 * Tables of kramdown with a line above the header, and lines between groups of rows
 * (https://kramdown.gettalong.org/syntax.html#tables): GFM has only the one below the header.
 */
export const drawnBorders: Dialect = {
  name: "lines above and in tables (kramdown)",
  read(lines) {
    const read = new Map<number, string>();
    for (let index = 0; index < lines.length; index += 1) {
      const first = lines[index];
      if (!first || !border.test(first.text)) continue;
      const before = lines[index - 1];
      if (before?.line === first.line - 1 && before.text.trim() !== "") continue;
      let end = index + 1;
      while (lines[end]?.line === first.line + end - index && lines[end]?.text.includes("|")) end += 1;
      const rows = lines.slice(index + 1, end).map(({ text }) => text);
      const below = rows.findIndex((text) => border.test(text));
      if (below === 1) {
        const kept = rows.filter((text, at) => at <= below || !border.test(text));
        const written = kept.map((text, at) => (at === below ? text.replaceAll("+", "|").replaceAll("=", "-") : text));
        // The first line stays empty, so that the table keeps its place.
        for (const [at, { line, text }] of lines.slice(index, end).entries()) {
          const now = at === 0 ? "" : (written[at - 1] ?? "");
          if (now !== text) read.set(line, now);
        }
      }
      index = end - 1;
    }
    return read;
  },
};
