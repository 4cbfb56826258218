import { writeFileSync } from "node:fs";

const words =
  "the of and a in was he she it that with his her had for on at but not from by they as were which would all there out up said when then down into over again after before while under through door window street morning night river hand light house road voice letter table water summer winter years something nothing nobody everything quiet slowly always never perhaps".split(
    " ",
  );

/** Paragraphs per chapter, which fill about seven pages. */
const paragraphs = 57;

/**
 * Writes a novel with this many chapters into one file: prose and dialogue, with different words in each line, the same
 * in each run.
 */
export function writeNovel(path: string, chapters: number): void {
  const next = countFrom(1);
  const texts = Array.from({ length: chapters }, (_, index) => {
    const body = Array.from({ length: paragraphs }, () => paragraph(next)).join("\n\n");
    return `## Chapter ${index + 1}\n\n${body}`;
  });
  writeFileSync(path, `---\ntitle: A novel\ndate: 2026-11-01\nlanguage: en\n---\n\n${texts.join("\n\n")}\n`);
}

function paragraph(next: (limit: number) => number): string {
  const isTalk = next(3) === 0;
  const text = Array.from({ length: isTalk ? 2 : 4 + next(4) }, () => sentence(next)).join(" ");
  return isTalk ? `"${text}"` : text;
}

function sentence(next: (limit: number) => number): string {
  const found = Array.from({ length: 6 + next(14) }, () => words[next(words.length)] ?? "").join(" ");
  return `${found.charAt(0).toUpperCase()}${found.slice(1)}.`;
}

/**
 * Returns a function for pseudo-random numbers below a limit, the same in each run (a linear congruential generator).
 */
function countFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
