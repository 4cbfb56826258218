import { hasNoApostrophe, kindOf } from "./characters.ts";
import { mayEndWithApostrophe, mayLoseItsBeginning } from "./leading-apostrophes.ts";
import type { PunctuationStyle } from "./quotation-marks.ts";

/** Maximum number of marks to look ahead. */
const horizon = 40;

/** A text with its straight marks: the neighbours of each, and what later marks can be. */
export class MarkedText {
  readonly #characters: readonly string[];
  readonly #style: PunctuationStyle;
  /** Indices of the marks of each kind. */
  readonly #marks = { '"': [] as number[], "'": [] as number[] };
  readonly #order = new Map<number, number>();
  /** Number of double marks before each mark. */
  readonly #doubles = new Map<number, number>();

  constructor(characters: readonly string[], style: PunctuationStyle) {
    this.#characters = characters;
    this.#style = style;
    for (const [index, character] of characters.entries()) {
      if (character !== '"' && character !== "'") continue;
      this.#doubles.set(index, this.#marks['"'].length);
      this.#order.set(index, this.#marks[character].push(index) - 1);
    }
  }

  /** Indices of all marks. */
  get marks(): Iterable<number> {
    return this.#order.keys();
  }

  /** Reports whether a word with an omitted end is inside the open quotation: goin’ home. */
  goesOn(index: number, isInDouble: boolean): boolean {
    const behind = this.behind(index);
    if (!/^[,;]?[ \u00A0-]\p{L}/u.test(behind)) return false;
    // A word ending in s may also be the last one.
    if (this.before(index).endsWith("s")) return !/^[,;]/.test(behind) && this.nextCloses(index, "'");
    return (!/^[,;]/.test(behind) || this.before(index).endsWith("in")) && this.canClose(index, isInDouble) !== "never";
  }

  /** Reports whether a later single mark can close a quotation that begins here, before the surrounding one ends. */
  canClose(index: number, isInDouble: boolean): "surely" | "perhaps" | "never" {
    const end = isInDouble ? this.#endOfDouble(this.#doubles.get(index) ?? 0) : Infinity;
    const order = this.#order.get(index) ?? 0;
    let can: "perhaps" | "never" = "never";
    const isListed = kindOf(this.at(index + 1)) !== "word" || mayLoseItsBeginning(this.behind(index), this.#style);
    const isWeak = isListed || !this.opensSurely(index);
    for (const next of this.#marks["'"].slice(order + 1, order + 1 + horizon)) {
      if (next > end) break;
      const [left, right] = [kindOf(this.at(next - 1)), kindOf(this.at(next + 1))];
      if (isWeak && (this.opensSurely(next, isListed) || this.#opensBeforeApostrophe(next))) break;
      // rock ’n’ roll
      if (/(?<![\p{L}\p{N}])'n$/iu.test(this.before(next))) continue;
      if (this.#isBeforeParticle(next)) return "surely";
      if (right === "word" || left === "space" || left === "opening") continue;
      const isInside = left === "word" && /^[ \u00A0-]\p{L}/u.test(this.behind(next));
      if (!isInside || !mayEndWithApostrophe(this.before(next))) return "surely";
      can = "perhaps";
    }
    return can;
  }

  /** Returns the end of the quotation opened at a double mark; it may contain others. */
  #endOfDouble(from: number): number {
    let inner = 0;
    for (const mark of this.#marks['"'].slice(from, from + horizon)) {
      if (kindOf(this.at(mark - 1)) === "space" && kindOf(this.at(mark + 1)) === "word") inner += 1;
      else if (inner === 0) return mark;
      else inner -= 1;
    }
    return Infinity;
  }

  /** Reports whether a mark opens: at the start, or after a comma or a full stop, before a complete word. */
  opensSurely(index: number, anywhere = false): boolean {
    if (kindOf(this.at(index + 1)) !== "word" || mayLoseItsBeginning(this.behind(index), this.#style)) return false;
    if (kindOf(this.at(index - 1)) === "word") return false;
    return anywhere || /(?:^|[\p{P}--["']] ?|["'])$/v.test(this.before(index));
  }

  /** Reports whether two marks before a word are a quotation mark and an apostrophe: ‘’tis. */
  #opensBeforeApostrophe(index: number): boolean {
    return /^'\p{L}/u.test(this.behind(index)) && /(?:^|[\s—–(["])$/u.test(this.before(index));
  }

  /** Reports whether the next possible quotation mark of the kind closes the quotation. */
  nextCloses(index: number, mark: '"' | "'"): boolean {
    const order = this.#order.get(index) ?? 0;
    for (const next of this.#marks[mark].slice(order + 1, order + 1 + horizon)) {
      const left = kindOf(this.at(next - 1));
      const right = kindOf(this.at(next + 1));
      if (left === "word" && right === "word" && mark === "'" && !this.#isBeforeParticle(next)) continue;
      if (left === "word" || left === "mark") return true;
      return (left === "closing" || left === "connector") && !this.startsWord(next);
    }
    return false;
  }

  /** Reports whether a word begins after the mark, possibly after other marks. */
  startsWord(index: number): boolean {
    const next = [1, 2, 3].map((step) => kindOf(this.at(index + step))).find((kind) => kind !== "mark");
    return next === "word" || next === "opening";
  }

  /** Reports whether a mark is between letters of a script without an apostrophe, or before one of them. */
  #isBeforeParticle(index: number): boolean {
    const isLetter = (place: number): boolean => kindOf(this.at(place)) === "word" && hasNoApostrophe(this.at(place));
    return isLetter(index + 1) && kindOf(this.at(index - 1)) !== "space";
  }

  at(index: number): string {
    return this.#characters[index] ?? "";
  }

  before(index: number): string {
    return this.#characters.slice(Math.max(0, index - 12), index).join("");
  }

  behind(index: number): string {
    return this.#characters.slice(index + 1, index + 25).join("");
  }
}
