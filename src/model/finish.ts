/** How printed pages become a booklet of folded sheets. */
export interface Imposition {
  /** Sheets that are folded into each other; of several such signatures one lies on the other. */
  readonly sheets: number;
  /** Of the paper, in points. */
  readonly thickness: number;
  /** The side of the front cover on which the fold is. */
  readonly bound: "left" | "right";
}

/** Where the pages are cut, in points; what is printed reaches beyond it. */
export interface Trim {
  readonly bleed: number;
  /** Whether there are marks where to cut. */
  readonly crop: boolean;
  /** Whether there are crosses to lay colours over each other. */
  readonly cross: boolean;
}

/** What is done with a printed document beyond repairing it. */
export interface Finish {
  /** Every colour becomes a shade of grey. */
  readonly isGrey: boolean;
  readonly imposition?: Imposition;
  readonly trim?: Trim;
}
