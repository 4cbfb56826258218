/** A column of numbers with its name; `null` is a gap. */
export interface ChartSeries {
  /** The head of its column. */
  readonly label: string;
  /** One for each row. */
  readonly values: readonly (number | null)[];
}

/** A chart whose data are found and checked. */
export interface ChartData {
  /** The name of the kind of chart, as the author wrote it. */
  readonly kind: string;
  /** The first column: categories, or numbers in ascending order. */
  readonly xs: readonly (string | number)[];
  /** The title of the first column. */
  readonly xTitle: string;
  /** The title of the values. */
  readonly yTitle: string;
  /** What the values are counted in, as it is printed. */
  readonly unit: string | undefined;
  /** Whether the scale of the values begins with zero. */
  readonly fromZero: boolean;
  /** At least one; each has as many values as there are `xs`. */
  readonly series: readonly ChartSeries[];
  /** BCP 47. */
  readonly language: string;
}

/** A colour for the light scheme, which paper uses, and for the dark scheme. Both `#rrggbb`. */
export interface SchemeColors {
  /** In the light scheme and on paper. */
  readonly light: string;
  /** In the dark scheme. */
  readonly dark: string;
}

/** What the template gives to a chart. Other colours than these do not change with the scheme. */
export interface ChartStyle {
  /** The font family of all words. */
  readonly family: string;
  /** For words and axes. */
  readonly ink: SchemeColors;
  /** For words of less weight. */
  readonly soft: SchemeColors;
  /** For lines of the grid. */
  readonly rule: SchemeColors;
  /** What the chart stands on. */
  readonly paper: SchemeColors;
  /** For lines and points, in the order of the series. */
  readonly series: readonly SchemeColors[];
  /** For areas, in the order of the series. */
  readonly fills: readonly SchemeColors[];
}

/** A kind of chart: `kind: name` in a fenced block `chart`. Its table and its summary are those of every chart. */
export interface PluginChart {
  /** What an author writes behind `kind:`. */
  readonly kind: string;
  /** How many series can be told apart; 1 where it is left out. */
  readonly mostSeries?: number;
  /** A specification of Vega-Lite. */
  draw(this: void, data: ChartData, style: ChartStyle): Readonly<Record<string, unknown>>;
}
