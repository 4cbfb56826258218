import { readFileSync } from "node:fs";
import { join } from "node:path";
import { limits } from "../../src/model/limits.ts";
import { table } from "./markdown.ts";

const source = join(import.meta.dirname, "../../src/model/limits.ts");

/** Returns a table of all limits, each described by its comment. */
export function listLimits(): string {
  const comments = new Map(
    Array.from(readFileSync(source, "utf8").matchAll(/\/\*\* (.+?) \*\/\n {2}(\w+):/g), ([, words = "", name = ""]) => [
      name,
      words,
    ]),
  );
  const wordsOf = (name: string): string => {
    const words = comments.get(name);
    if (words === undefined) throw new Error(`${source}: ${name} needs a comment of one line.`);
    return words;
  };
  return table(
    ["What", "At most"],
    Object.entries(limits).map(([name, value]) => [wordsOf(name), value.toLocaleString("en")]),
  );
}
