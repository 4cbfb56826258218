import { forEachOperation, type Operation } from "./content-stream.ts";
import { type Box, unite } from "./geometry.ts";

/** A range of a content stream; `end` is exclusive. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** Whether it can be enclosed together with the run before it. */
  readonly joins: boolean;
  /** The bounding box of its text, if any. */
  readonly words: Box | undefined;
}

const begin = new Set(["BMC", "BDC"]);
const divide = new Set(["BMC", "BDC", "EMC", "q", "Q"]);
const construct = new Set(["m", "l", "c", "v", "y", "h", "re"]);
const paintPath = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"]);
const paintWhole = new Set(["Do", "sh", "EI", "BI", "ID"]);
const paintText = new Set(["Tj", "TJ", "'", '"']);

/**
 * Finds what a page paints outside marked content: whole text objects, paths and images. A run never crosses `q` or
 * `Q`, so that each can be enclosed by itself. Operators are processed one by one.
 */
export class UnmarkedRuns {
  readonly runs: Run[] = [];
  /** For each open sequence, whether it marks its content; other sequences only annotate text. */
  readonly #open: boolean[] = [];
  #marked = 0;
  #joins = false;
  #path: number | undefined;
  #text: { readonly start: number; paints: boolean; words: Box | undefined } | undefined;

  take({ operator, operands, start, end }: Operation): void {
    // By far the most frequent operator: skipped for speed.
    if (operator === "Td") return;
    if (begin.has(operator)) this.#begin(isMark(operands));
    else if (operator === "EMC" && this.#open.pop()) this.#marked -= 1;
    if (divide.has(operator)) this.#joins &&= this.#text !== undefined;
    if (this.#marked > 0) return;
    if (operator === "BT") this.#text = { start, paints: false, words: undefined };
    else if (this.#text && paintText.has(operator)) this.#text.paints = true;
    else if (operator === "ET") {
      if (this.#text?.paints) this.#add(this.#text.start, end, this.#text.words);
      this.#text = undefined;
    } else if (construct.has(operator)) this.#path ??= start;
    else if (paintPath.has(operator)) {
      this.#add(this.#path ?? start, end);
      this.#path = undefined;
    } else if (operator === "n") this.#path = undefined;
    else if (paintWhole.has(operator)) this.#add(start, end);
  }

  /** Reports whether the text that comes next is in marked content. */
  get isMarked(): boolean {
    return this.#marked > 0;
  }

  /** Adds the box of the text that comes next. */
  show(box: Box | undefined): void {
    if (this.#text && this.#marked === 0) this.#text.words = unite(this.#text.words, box);
  }

  #begin(marks: boolean): void {
    this.#open.push(marks);
    if (marks) this.#marked += 1;
  }

  #add(start: number, end: number, words?: Box): void {
    this.runs.push({ start, end, joins: this.#joins, words });
    this.#joins = true;
  }
}

/**
 * Reports whether operands mark content as part of an element, by number, or as an artifact (ISO 32000-1, 14.6 and
 * 14.8.2.2).
 */
function isMark(operands: readonly string[]): boolean {
  return operands[0] === "/Artifact" || operands.includes("/MCID");
}

/** Returns the unmarked runs of a whole stream. */
export function unmarkedRuns(stream: string): readonly Run[] {
  const finder = new UnmarkedRuns();
  forEachOperation(stream, (operation) => finder.take(operation));
  return finder.runs;
}
