import bidiFactory, { type Bidi } from "bidi-js";

/** A stretch of a line whose characters run in one direction and are set in one face. */
export interface Run<Face> {
  readonly face: Face;
  readonly text: string;
  /** Odd from right to left, even from left to right (UAX #9). */
  readonly level: number;
}

// The package exports its one function as CommonJS does, whatever its types say.
const bidi = (bidiFactory as unknown as () => Bidi)();

/**
 * The runs of a line in the order in which they are seen, from left to right, by the Unicode Bidirectional Algorithm.
 * Characters that `faceOf` knows no face for are left out. Without a direction it is that of the first letter.
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
  // Rule L2: from the highest level down to 1, every sequence at that level or above is turned round.
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
