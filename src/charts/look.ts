/** A colour for the light scheme, which paper uses, and for the dark scheme. Both `#rrggbb`. */
export interface SchemeColors {
  readonly light: string;
  readonly dark: string;
}

/** A face that measures words and turns them into outlines. */
export interface Lettering {
  /** Whether every character of a text has a glyph. */
  readonly covers: (text: string) => boolean;
  /** The width of a line in em. */
  readonly measure: (text: string) => number;
  /** SVG paths of a line that begins at `x` on a base line at `y`. */
  readonly outline: (text: string, size: number, x: number, y: number) => string;
}

/** A font file and the face that it is. */
export interface ChartFont {
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
  readonly unicodeRange: string;
  readonly bytes: Uint8Array;
}

/** What a template gives to a chart. */
export interface ChartLook {
  /** How wide the picture is to be, in CSS pixels. */
  readonly width: number;
  readonly family: string;
  readonly regular: Lettering;
  readonly strong: Lettering;
  /** The font files that these two are. */
  readonly fonts: readonly ChartFont[];
  readonly ink: SchemeColors;
  readonly soft: SchemeColors;
  readonly rule: SchemeColors;
  readonly paper: SchemeColors;
  /** For lines and dots, which differ in shape and dash too. */
  readonly series: readonly SchemeColors[];
  /** For surfaces, from strong to weak: steps of lightness that a grey print keeps. */
  readonly fills: readonly SchemeColors[];
}

/** Type sizes in CSS pixels, of a picture of any width. */
export const labelSize = 14;
export const lineHeight = 17;

/** The usual width of a picture; and one that makes its words 18 points high where it is as wide as a page of large print. */
export const pictureWidth = 440;
export const largeWidth = 368;

/** The strong face for what is set bold. */
export function faceFor(weight: number | string | undefined, look: ChartLook): Lettering {
  return weight === "bold" || Number(weight) >= 600 ? look.strong : look.regular;
}
