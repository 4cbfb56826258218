import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A drawing as a program writes it, in miniature: what has to be in it afterwards, and what must not. */
export interface Drawing {
  readonly name: string;
  readonly svg: string;
  readonly has: readonly (string | RegExp)[];
  readonly lacks: readonly (string | RegExp)[];
  /** Whether it has to look as it did before. */
  readonly isSame: boolean;
}

const names =
  "illustrator inkscape figma diagrams-net mermaid graphviz matplotlib svglite cairo powerpoint plantuml".split(" ");

/** `name.svg`, and below it in a comment at its end the lines `has …`, `lacks …` and `same`. */
export const drawings: readonly Drawing[] = names.map((name) => {
  const svg = readFileSync(join(import.meta.dirname, `${name}.svg`), "utf8");
  const lines = (/<!-{2}expected\n([\s\S]*)-->\s*$/.exec(svg)?.[1] ?? "").split("\n");
  const after = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  return {
    name,
    svg: svg.replace(/<!-{2}expected[\s\S]*$/, ""),
    has: after("has"),
    lacks: after("lacks"),
    isSame: lines.includes("same"),
  };
});
