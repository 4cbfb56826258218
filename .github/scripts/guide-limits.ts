import { readFileSync } from "node:fs";
import { join } from "node:path";
import { limits } from "../../src/model/limits.ts";
import { table } from "./markdown.ts";

const source = join(import.meta.dirname, "../../src/model/limits.ts");

/** Each limit with the words that stand above it in its file. */
export function listLimits(): string {
  const comments = new Map(
    Array.from(readFileSync(source, "utf8").matchAll(/\/\*\* (.+?) \*\/\n {2}(\w+):/g), ([, words = "", name = ""]) => [
      name,
      words,
    ]),
  );
  return table(
    ["What", "At most"],
    Object.entries(limits).map(([name, value]) => [comments.get(name) ?? name, value.toLocaleString("en")]),
  );
}
