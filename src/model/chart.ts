/** The data of a chart as a reader gets it: texts, numbers already written in the language. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the picture says beside its points. */
  readonly note?: string;
}

/** A chart: what its figure is made of, or, where it cannot be drawn, its table. */
export interface Illustration {
  /** What its `img` says as `src` until it gets the picture's name. Nothing where it cannot be drawn. */
  readonly address: string | undefined;
  /** The written summary: the picture's alternative text. */
  readonly summary: string;
  readonly caption: string;
  readonly source: string | undefined;
  readonly id: string | undefined;
  /** The ids of the facts that it draws. */
  readonly facts: readonly string[];
  readonly table: ChartTable | undefined;
  /** Of a diagram: what it shows, line by line. */
  readonly lines?: readonly string[];
}
