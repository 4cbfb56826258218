import type { Dialect } from "./dialect.ts";

const definition = /^( {0,2})~(?=[ \t]+\S)/;

/**
 * `~ definition` below its term, which pandoc reads like `: definition`
 * (https://pandoc.org/MANUAL.html#definition-lists).
 */
export const tildeDefinitions: Dialect = {
  name: "definitions behind tildes (pandoc)",
  read(lines, { texts }) {
    const read = new Map<number, string>();
    for (const { line, text } of lines) {
      const above = texts[line - 2] ?? "";
      const isBelow = read.has(line - 1) || (above.trim() !== "" && (texts[line - 3] ?? "").trim() === "");
      if (definition.test(text) && isBelow) read.set(line, text.replace(definition, "$1:"));
    }
    return read;
  },
};
