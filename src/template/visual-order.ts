import bidiFactory, { type Bidi } from "bidi-js";

/** A part of a line with one direction and one font. */
export interface Run<Face> {
  readonly face: Face;
  readonly text: string;
  /** Odd for right to left, even for left to right (UAX #9). */
  readonly level: number;
}

// The package exports its only function in CommonJS style, contrary to its types.
const bidi = (bidiFactory as unknown as () => Bidi)();

/**
 * Returns the runs of a line in visual order, from left to right, by the Unicode Bidirectional Algorithm. Characters
 * without a font are omitted. Without a direction, the first letter decides.
 */
export function inVisualOrder<Face>(
  line: string,
  faceOf: (character: string) => Face | undefined,
  direction: "ltr" | "rtl" | "auto" = "auto",
): Run<Face>[] {
  const { levels } = bidi.getEmbeddingLevels(line, direction);
  const runs: Run<Face>[] = [];
  let index = 0;
  for (const character of line) {
    const level = levels[index] ?? 0;
    index += character.length;
    const face = faceOf(character);
    if (face === undefined) continue;
    const last = runs.at(-1);
    if (last?.face === face && last.level === level) runs[runs.length - 1] = { ...last, text: last.text + character };
    else runs.push({ face, text: character, level });
  }
  const highest = Math.max(0, ...runs.map((run) => run.level));
  let seen = runs;
  // Rule L2: from the highest level down to 1, every sequence at that level or above is reversed.
  for (let level = highest; level > 0; level -= 1) seen = turn(seen, level);
  return seen;
}

function turn<Face>(runs: readonly Run<Face>[], level: number): Run<Face>[] {
  const turned: Run<Face>[] = [];
  let sequence: Run<Face>[] = [];
  for (const run of runs) {
    if (run.level >= level) sequence = [run, ...sequence];
    else {
      turned.push(...sequence, run);
      sequence = [];
    }
  }
  return [...turned, ...sequence];
}
