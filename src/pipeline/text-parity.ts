import { basename } from "node:path";
import type { CheckSuite } from "../model/check-suite.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { EditionName } from "../model/edition.ts";
import type { Publication } from "../model/publication.ts";
import { findMisplaced, runsOf, toWords, type Run } from "../model/reading-text.ts";

/** The text of a finished file, compared with its edition. */
export interface Reading {
  /** Its words in reading order. */
  readonly words: string;
  /** Words of the edition that are missing or misplaced in it. */
  readonly astray: readonly MisplacedWords[];
}

interface MisplacedWords {
  readonly words: string;
  readonly written: string;
  readonly how: "lost" | "moved";
  readonly location: SourceLocation;
}

/** Scripts that a PDF stores in visual order, line by line, which cannot be compared. */
const rightToLeft = /[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}]/u;

/**
 * Compares the text of a finished file with its edition. Editions differ only by their rules, so any other difference
 * between their files is found here.
 */
export function readFinished(publication: Publication, text: string, isDrawn: boolean): Reading {
  const words = toWords(text);
  const astray = publication.chapters.flatMap(({ body, notes, source }) => {
    const find = (runs: readonly Run[]): MisplacedWords[] =>
      findMisplaced(
        words,
        runs.filter(({ written }) => !isDrawn || !rightToLeft.test(written)),
      ).map(({ run, how }) => {
        const located = run.position && source?.locate(run.position);
        const location = located ? { file: located.file.shown, position: located.position } : {};
        return { words: run.words, written: run.written, how, location };
      });
    // Each edition places its notes elsewhere.
    return [body, ...(notes ? [notes] : [])].flatMap(runsOf).flatMap(find);
  });
  return { words, astray };
}

/** The text comparison of all formats. */
export const paritySuite: CheckSuite = {
  id: "text-parity",
  title: "Text parity: the same words in the same order in every format",
  rules: ["formatsAgree"],
  parts: [{ source: "Offprint, the rule formatsAgree" }],
};

/** Reports words that not all files of a publication contain, or contain in another order: one finding per file. */
export function compareReadings(
  made: ReadonlyMap<EditionName, { readonly artifact: Artifact; readonly reading?: Reading | undefined }>,
): Map<EditionName, Diagnostic> {
  const readings = [...made].flatMap(([edition, { artifact, reading }]) =>
    reading ? [{ edition, file: basename(artifact.path), ...reading }] : [],
  );
  const found = readings.flatMap(({ edition, astray, file }) => {
    const [first] = astray;
    if (!first) return [];
    const others = readings.filter((other) => other.edition !== edition && other.words.includes(first.words));
    const known = others.length === 0 ? "" : `, as ${others.map((other) => other.file).join(" and ")} has it`;
    const what = first.how === "lost" ? "is not" : "is not in this place";
    const more = astray.length > 1 ? ` So it is with ${astray.length - 1} more.` : "";
    const finding = diagnostic(
      "formatsAgree",
      `"${shorten(first.written)}" ${what} in ${file}${known}.${more}`,
      "This is a fault of Offprint or of the template: look at this place in the file, and report it.",
      first.location.file === undefined ? { file } : first.location,
    );
    return [[edition, finding] as const];
  });
  return new Map(found);
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
