import type { Alignment } from "./table-node.ts";

const known: Readonly<Record<string, Alignment>> = {
  l: undefined,
  c: "center",
  r: "right",
  S: "right",
  C: "center",
  R: "right",
};
/** A repetition, an insertion, a column with a width, or one letter. */
const part =
  /\*\{(\d+)\}\{((?:[^{}]|\{[^{}]*\})*)\}|[@!<>]\{(?:[^{}]|\{[^{}]*\})*\}|([a-zA-Z])(?:\[[^[\]]*\])?(?:\{[^{}]*\})?/g;

/** Reads the columns of a LaTeX table, as in `l|rr@{ }p{3cm}*{2}{c}`. */
export function readTexColumns(written: string): Alignment[] {
  return [...written.matchAll(part)].flatMap(([, times, inner = "", letter]): Alignment[] => {
    if (times !== undefined)
      return Array.from({ length: Math.min(Number(times), 100) }, () => readTexColumns(inner)).flat();
    return letter === undefined ? [] : [known[letter]];
  });
}
