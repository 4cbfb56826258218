/** How pages are imposed on folded sheets. */
export interface Imposition {
  /** Sheets per signature. */
  readonly sheets: number;
  /** Thickness of the paper in points. */
  readonly thickness: number;
  /** The bound edge, seen from the front cover. */
  readonly bound: "left" | "right";
}

/** How printed pages are trimmed; `bleed` is the width in points of what is cut off. */
export interface Trim {
  readonly bleed: number;
  /** Whether crop marks are drawn. */
  readonly crop: boolean;
  /** Whether registration marks are drawn. */
  readonly cross: boolean;
}

/** Post-processing of a printed PDF besides its repair. */
export interface Finish {
  /** Whether all colours are converted to greyscale. */
  readonly isGrey: boolean;
  readonly imposition?: Imposition;
  readonly trim?: Trim;
}
