/** Data of a chart as readers see it: text, with numbers formatted for the language. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** A note on what the image shows besides its data points. */
  readonly note?: string;
}

/** A chart: the parts of its figure, or only its table where it cannot be drawn. */
export interface Illustration {
  /** Placeholder for the `src` of the `img` until the image is named. Undefined where the chart cannot be drawn. */
  readonly address: string | undefined;
  /** The written summary: the alternative text of the image. */
  readonly summary: string;
  readonly caption: string;
  readonly source: string | undefined;
  readonly id: string | undefined;
  /** Ids of the facts that it draws. */
  readonly facts: readonly string[];
  readonly table: ChartTable | undefined;
  /** For a diagram: what it shows, line by line. */
  readonly lines?: readonly string[];
}
