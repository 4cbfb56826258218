/** How printed pages become a booklet of folded sheets. */
export interface Imposition {
  /** Sheets that are folded into each other; of several such signatures one lies on the other. */
  readonly sheets: number;
  /** Of the paper, in points. */
  readonly thickness: number;
  /** The side of the front cover on which the fold is. */
  readonly bound: "left" | "right";
}

/** What is done with a printed document beyond repairing it. */
export interface Finish {
  /** Every colour becomes a shade of grey. */
  readonly isGrey: boolean;
  readonly imposition?: Imposition;
}
