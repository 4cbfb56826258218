/** A column of numbers with its name; `null` is a gap. */
interface Series {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** A chart whose data are found and checked. */
export interface ChartData {
  readonly kind: string;
  readonly xs: readonly (string | number)[];
  readonly xTitle: string;
  readonly yTitle: string;
  readonly unit: string | undefined;
  readonly fromZero: boolean;
  readonly series: readonly Series[];
  /** BCP 47. */
  readonly language: string;
}

/** A colour for the light scheme, which paper uses, and for the dark scheme. Both `#rrggbb`. */
interface SchemeColors {
  readonly light: string;
  readonly dark: string;
}

/** What the template gives to a chart. Other colours than these do not change with the scheme. */
export interface ChartStyle {
  readonly family: string;
  readonly ink: SchemeColors;
  readonly soft: SchemeColors;
  readonly rule: SchemeColors;
  readonly paper: SchemeColors;
  readonly series: readonly SchemeColors[];
  readonly fills: readonly SchemeColors[];
}

/** A kind of chart: `kind: name` in a fenced block `chart`. Its table and its summary are those of every chart. */
export interface PluginChart {
  readonly kind: string;
  /** How many series can be told apart; 1 where it is left out. */
  readonly mostSeries?: number;
  /** A specification of Vega-Lite. */
  draw(this: void, data: ChartData, style: ChartStyle): Readonly<Record<string, unknown>>;
}
