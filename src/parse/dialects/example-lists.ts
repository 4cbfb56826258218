import { type Dialect, outsideCode } from "./dialect.ts";

const marker = /^([ \t]*)\(@([\w-]*)\)[ \t]+(?=\S)/;
const reference = /\(@([\w-]+)\)/g;

/** Examples numbered through a text, `(@name)` (https://pandoc.org/MANUAL.html#numbered-example-lists). */
export const exampleLists: Dialect = {
  name: "numbered examples ((@): pandoc)",
  read(lines) {
    const examples = lines.filter(({ text }) => marker.test(text));
    if (examples.length === 0) return new Map();
    const numbers = new Map<string, number>();
    const read = new Map<number, string>();
    for (const [index, { line, text }] of examples.entries()) {
      const [mark = "", indent = "", name = ""] = marker.exec(text) ?? [];
      if (name !== "") numbers.set(name, numbers.get(name) ?? index + 1);
      read.set(line, `${indent}${index + 1}. ${text.slice(mark.length)}`);
    }
    for (const { line, text } of lines) {
      const before = read.get(line) ?? text;
      const changed = outsideCode(before, (piece) =>
        piece.replaceAll(reference, (written, name: string) =>
          numbers.has(name) ? `(${numbers.get(name) ?? ""})` : written,
        ),
      );
      if (changed !== text) read.set(line, changed);
    }
    return read;
  },
};
