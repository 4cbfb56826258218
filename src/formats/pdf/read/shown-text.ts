import type { PDFDict } from "@cantoo/pdf-lib";
import type { Operation } from "./content-stream.ts";
import type { Font } from "./font.ts";
import { type Box, corners, type Matrix, type Point, transform } from "./geometry.ts";
import type { Sequence } from "./sequence.ts";

/** The character codes shown in a font. */
export interface Shown {
  readonly font: Font;
  readonly codes: Set<number>;
  /** Glyphs without a character: the codes shown together for one text, each combination once. */
  readonly clusters: Map<string, Cluster>;
}

export interface Cluster {
  readonly codes: readonly number[];
  /** `undefined` if the file does not say. */
  readonly text: string | undefined;
}

/** An operator that shows the .notdef glyph. */
export interface MissingGlyph {
  readonly start: number;
  readonly end: number;
  /** The index after the enclosing text object. */
  textEnd: number;
  /** The other codes that it shows, in hexadecimal. */
  readonly rest: string;
  /** The approximate corners of its first letter, in the current coordinate system. */
  readonly letter: readonly Point[];
  readonly isMarked: boolean;
  readonly actual: string | undefined;
}

/** Collects a page's text and the character codes that show it. */
export class ShownText {
  readonly byFont = new Map<PDFDict, Shown>();
  readonly missing: MissingGlyph[] = [];
  #cluster: { readonly font: Font; readonly holder: Sequence | undefined; readonly codes: number[] } | undefined;

  show(font: Font, codes: readonly number[], sequence: Sequence | undefined): void {
    const shown = this.#shownOf(font);
    for (const code of codes) shown.codes.add(code);
    const holder = sequence?.replaced;
    if (!holder || !holder.isSaid) {
      const text = holder?.actual ?? textOf(font, codes);
      if (holder) holder.isSaid = true;
      for (let part = sequence; part; part = part.parent) part.text += text;
    }
    this.#collect(shown, codes, holder);
  }

  /** Adds codes to a cluster: those with the same replacement text and font form one; others stand alone. */
  #collect(shown: Shown, codes: readonly number[], holder: Sequence | undefined): void {
    const { font, clusters } = shown;
    if (!holder) {
      this.#cluster = undefined;
      for (const code of codes) if (!font.isNamed(code)) clusters.set(String(code), { codes: [code], text: undefined });
      return;
    }
    if (this.#cluster?.holder === holder && this.#cluster.font === font) this.#cluster.codes.push(...codes);
    else this.#cluster = { font, holder, codes: [...codes] };
    const { codes: all } = this.#cluster;
    if (all.every((code) => font.isNamed(code))) return;
    // Replaces the cluster as it was before these codes.
    clusters.delete(keyOf(all.slice(0, -codes.length), holder));
    clusters.set(keyOf(all, holder), { codes: [...all], text: holder.actual });
  }

  addMissing(
    codes: readonly number[],
    { start, end }: Operation,
    line: Matrix,
    outline: Box,
    sequence: Sequence | undefined,
  ): void {
    this.missing.push({
      start,
      end,
      textEnd: end,
      rest: codes
        .filter((code) => code !== 0)
        .map((code) => code.toString(16).padStart(4, "0"))
        .join(""),
      letter: corners(outline).map((point) => transform(point, line)),
      isMarked: sequence?.owner !== undefined,
      actual: sequence?.replaced?.actual,
    });
  }

  endText(end: number): void {
    for (let index = this.missing.length - 1; index >= 0; index -= 1) {
      const missing = this.missing[index];
      if (!missing || missing.textEnd !== missing.end) break;
      missing.textEnd = end;
    }
  }

  #shownOf(font: Font): Shown {
    const known = this.byFont.get(font.dict);
    if (known) return known;
    const shown = { font, codes: new Set<number>(), clusters: new Map<string, Cluster>() };
    this.byFont.set(font.dict, shown);
    return shown;
  }
}

function textOf({ unicode }: Font, codes: readonly number[]): string {
  let text = "";
  for (const code of codes) text += unicode?.get(code) ?? "";
  return text;
}

function keyOf(codes: readonly number[], { actual = "" }: Sequence): string {
  return `${codes.join(" ")} ${actual}`;
}
