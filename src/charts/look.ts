/** A colour for the light scheme, which paper uses, and the dark scheme; both `#rrggbb`. */
export interface SchemeColours {
  readonly light: string;
  readonly dark: string;
}

/** A font that measures text and converts it to outlines. */
export interface Lettering {
  /** Reports whether every character of a text has a glyph. */
  readonly covers: (text: string) => boolean;
  /** Returns the width of a line in em. */
  readonly measure: (text: string) => number;
  /** Returns SVG paths of a line that begins at `x` with its base line at `y`. */
  readonly outline: (text: string, size: number, x: number, y: number) => string;
}

/** A font file with its font properties. */
export interface ChartFont {
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
  readonly unicodeRange: string;
  readonly bytes: Uint8Array;
}

/** The template's settings for a chart. */
export interface ChartLook {
  /** The picture's width in CSS pixels. */
  readonly width: number;
  readonly family: string;
  /** How the chart's language sets words: the direction of every line, and the family of its wide marks. */
  readonly writing: { readonly direction: "ltr" | "rtl"; readonly marks: string | undefined };
  readonly regular: Lettering;
  readonly strong: Lettering;
  /** The font files of `regular` and `strong`. */
  readonly fonts: readonly ChartFont[];
  readonly ink: SchemeColours;
  readonly soft: SchemeColours;
  readonly rule: SchemeColours;
  readonly paper: SchemeColours;
  /** For lines and dots, which also differ in shape and dash. */
  readonly series: readonly SchemeColours[];
  /** For areas, from dark to light: steps of lightness that greyscale print keeps. */
  readonly fills: readonly SchemeColours[];
}

/** Font size and line height in CSS pixels, whatever the picture's width. */
export const labelSize = 14;
export const lineHeight = 17;

/** The usual width of a picture; and the one whose text is 18 points high when scaled to a page of large print. */
export const pictureWidth = 440;
export const largeWidth = 368;

/** Returns the strong font for bold text. */
export function faceFor(weight: number | string | undefined, look: ChartLook): Lettering {
  return weight === "bold" || Number(weight) >= 600 ? look.strong : look.regular;
}
