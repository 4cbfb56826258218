import { hasNoApostrophe, isHebrew, kindOf, type Kind } from "./characters.ts";
import { isBeforeYear, isLeadingApostrophe, mayEndWithApostrophe } from "./leading-apostrophes.ts";
import { MarkedText } from "./marked-text.ts";
import type { PunctuationStyle } from "./quotation-marks.ts";

/** The meaning of a straight mark. `measure`: feet, inches, minutes, seconds; it stays unchanged. */
export type Role = "open" | "close" | "apostrophe" | "measure" | "geresh";

/**
 * Determines the meaning of straight marks from left to right, by the character before, the character after, and
 * whether a quotation is open.
 *
 * 1. Between two letters a single mark is an apostrophe; after a number a mark is a measure unless it closes.
 * 2. After a space or an opening bracket a mark opens, unless the word lost its beginning (’tis, ’90s).
 * 3. After a letter or a closing mark it closes what is open. A double mark in a word opens if nothing is open and the
 * next one can close: ב״הארץ״, و"النص".
 * 4. After a dash, slash, hyphen, ellipsis or symbol it closes what is open if no word follows; else it opens.
 * 5. After the apostrophe of an elision a word's mark opens: l’« école ».
 */
export class QuoteReader {
  readonly roles = new Map<number, Role>();
  readonly #text: MarkedText;
  readonly #style: PunctuationStyle;
  readonly #open = { '"': false, "'": 0 };
  /** The mark of the innermost open quotation. */
  #last: '"' | "'" | "" = "";

  constructor(text: readonly string[], style: PunctuationStyle) {
    this.#text = new MarkedText(text, style);
    this.#style = style;
    for (const index of this.#text.marks) this.#read(index);
  }

  #read(index: number): void {
    const isDouble = this.#text.at(index) === '"';
    const role = isDouble ? this.#double(index) : this.#single(index);
    this.roles.set(index, role);
    if (role !== "open" && role !== "close") return;
    const [mark, other] = isDouble ? (['"', "'"] as const) : (["'", '"'] as const);
    this.#last = role === "open" ? mark : Number(this.#open[other]) > 0 ? other : "";
    if (isDouble) this.#open['"'] = role === "open";
    else this.#open["'"] = Math.max(0, this.#open["'"] + (role === "open" ? 1 : -1));
  }

  #double(index: number): Role {
    const open = this.#open['"'];
    const next = this.#text.at(index + 1);
    if (isHebrew(this.#text.at(index - 1)) && isHebrew(next)) return this.#insideHebrew(index, open);
    if (this.#isMeasure(index, open)) return "measure";
    if (this.#style.solid) return open ? "close" : "open";
    const left = this.#left(index);
    if (left === "word")
      return !open && this.#text.startsWord(index) && this.#text.nextCloses(index, '"') ? "open" : "close";
    if (left === "apostrophe") {
      const elided = this.#style.elides && /\p{L}/u.test(next);
      return (!open && this.#text.startsWord(index)) || elided ? "open" : "close";
    }
    return this.#beside(index, left, open);
  }

  #single(index: number): Role {
    const before = this.#text.at(index - 1);
    const next = this.#text.at(index + 1);
    const open = this.#open["'"] > 0;
    const left = this.#left(index);
    const afterWord = left === "word";
    if (isHebrew(before) && isHebrew(next)) return this.#insideHebrew(index, open);
    if (isHebrew(before) && !open) return "geresh";
    if (afterWord && kindOf(next) === "word" && (hasNoApostrophe(before) || hasNoApostrophe(next)))
      return open ? "close" : hasNoApostrophe(before) ? "open" : "apostrophe";
    if (/\d/.test(before) && afterWord) {
      if (/\d/.test(next)) return /^\d{3}(?!\d)/.test(this.#text.behind(index)) ? "apostrophe" : "measure";
      if (!open && kindOf(next) !== "word") return "measure";
    }
    if (afterWord && kindOf(next) === "word") return "apostrophe";
    if (afterWord) {
      if (!open) return "apostrophe";
      if (next === "'") return "apostrophe";
      if (!mayEndWithApostrophe(this.#text.before(index))) return "close";
      // “un po’,” typed 'un po',': the second mark closes.
      const closesNext = /^[,.;:!?…]+'(?![\p{L}\p{N}])/u.test(this.#text.behind(index));
      return closesNext || this.#text.goesOn(index, this.#open['"']) ? "apostrophe" : "close";
    }
    if ((left === "closing" || left === "connector") && /^s(?![\p{L}\p{N}'])/u.test(this.#text.behind(index)))
      return "apostrophe";
    if (/^\d\d(?!\p{L}|\p{N}|')/u.test(this.#text.behind(index)) && isBeforeYear(this.#text.before(index)))
      return "apostrophe";
    if (
      isLeadingApostrophe(
        this.#text.behind(index),
        this.#style,
        () => this.#last !== "'" && this.#text.canClose(index, this.#open['"']) === "surely",
      )
    )
      return "apostrophe";
    if (left === "apostrophe") return open ? "close" : this.#text.startsWord(index) ? "open" : "apostrophe";
    const role = this.#beside(index, left, open);
    if (kindOf(next) === "word" && this.#isPartOfWord(index)) return "apostrophe";
    return role === "close" && !open && left === "space" ? "apostrophe" : role;
  }

  /**
   * Reports whether a mark belongs to a word with an omitted beginning that no list contains: ’orse. There, no
   * quotation of the same marks would begin or end.
   */
  #isPartOfWord(index: number): boolean {
    if (this.#last === "'") return true;
    if (this.#text.canClose(index, this.#open['"']) !== "never") return false;
    return this.#open['"'] || /^\p{Ll}/u.test(this.#text.at(index + 1));
  }

  /** Decides a mark next to a space, a bracket, a dash or a full stop. */
  #beside(index: number, left: Kind, open: boolean): Role {
    const right = kindOf(this.#text.at(index + 1));
    const startsWord = this.#text.startsWord(index);
    const ends = right === "space" || right === "closing";
    const mark = this.#text.at(index) === '"' ? '"' : "'";
    if (left === "space") {
      if (right === "space") return open || this.#text.at(index - 1) !== "" ? this.#alone(index, open) : "open";
      return open && right === "closing" && !this.#text.nextCloses(index, mark) ? "close" : "open";
    }
    if (left === "opening") return open && ends && !startsWord ? "close" : "open";
    if (open) return left === "connector" && startsWord && this.#text.nextCloses(index, mark) ? "open" : "close";
    if (left === "closing") return startsWord ? "open" : "close";
    return ends || !startsWord ? "close" : "open";
  }

  /** Decides a mark between two spaces, as in French typing: " mot ". */
  #alone(index: number, open: boolean): Role {
    return open || (this.#text.at(index + 1) === "" && this.#text.at(index - 1) !== "") ? "close" : "open";
  }

  /** Decides a mark in a Hebrew word: an acronym (צה״ל), or a quotation after a prefix (ב"הארץ"). */
  #insideHebrew(index: number, open: boolean): Role {
    const mark = this.#text.at(index) === "'" ? "'" : '"';
    const prefix = /(?<![\u05D0-\u05EA"'])[\u05DE\u05E9\u05D4\u05D5\u05DB\u05DC\u05D1]{1,3}$/.test(
      this.#text.before(index),
    );
    const letters = /^[\u05D0-\u05EA]+/.exec(this.#text.behind(index))?.[0].length ?? 0;
    return prefix && letters > 1 && !open && this.#text.nextCloses(index, mark) ? "open" : "geresh";
  }

  #isMeasure(index: number, open: boolean): boolean {
    const before = this.#text.before(index);
    if (/\d ?['′] ?\d+(?:[.,]\d+|[½¼¾⅓⅔⅛])?$/.test(before)) return true;
    return /[\d½¼¾⅓⅔⅛]$/.test(before) && (!open || this.#text.nextCloses(index, '"'));
  }

  #left(index: number): Kind | "apostrophe" {
    const role = this.roles.get(index - 1);
    if (role === "open") return "opening";
    if (role === "close") return "closing";
    if (role === "measure" || role === "geresh") return "word";
    if (role === "apostrophe") return "apostrophe";
    const isApostrophe = this.#text.at(index - 1) === "’" && /\p{L}/u.test(this.#text.at(index - 2));
    return isApostrophe ? "apostrophe" : kindOf(this.#text.at(index - 1));
  }
}
