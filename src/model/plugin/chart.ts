/** A named column of numbers; `null` is a gap. */
export interface ChartSeries {
  /** Column header. */
  readonly label: string;
  /** One value for each row. */
  readonly values: readonly (number | null)[];
}

/** The checked data of a chart. */
export interface ChartData {
  /** Chart kind, as the author wrote it. */
  readonly kind: string;
  /** The first column: categories, or numbers in ascending order. */
  readonly xs: readonly (string | number)[];
  /** Title of the first column. */
  readonly xTitle: string;
  /** Title of the values. */
  readonly yTitle: string;
  /** Printed unit of the values. */
  readonly unit: string | undefined;
  /** Whether the value scale starts at zero. */
  readonly fromZero: boolean;
  /** At least one; each has as many values as `xs`. */
  readonly series: readonly ChartSeries[];
  /** BCP 47. */
  readonly language: string;
}

/** A colour for the light scheme, which print uses, and one for the dark scheme. Both are `#rrggbb`. */
export interface SchemeColours {
  /** For the light scheme and print. */
  readonly light: string;
  /** For the dark scheme. */
  readonly dark: string;
}

/** Chart style from the template. Only these colours change with the colour scheme. */
export interface ChartStyle {
  /** Font family of all text. */
  readonly family: string;
  /** For text and axes. */
  readonly ink: SchemeColours;
  /** For secondary text. */
  readonly soft: SchemeColours;
  /** For grid lines. */
  readonly rule: SchemeColours;
  /** Background colour. */
  readonly paper: SchemeColours;
  /** For lines and points, in the order of the series. */
  readonly series: readonly SchemeColours[];
  /** For areas, in the order of the series. */
  readonly fills: readonly SchemeColours[];
}

/** A chart kind: `kind: name` in a fenced `chart` block. Table and summary are made as for every chart. */
export interface PluginChart {
  /** Name that authors write after `kind:`. */
  readonly kind: string;
  /** Maximum number of series that can be told apart; defaults to 1. */
  readonly mostSeries?: number;
  /** Returns a Vega-Lite specification. */
  draw(this: void, data: ChartData, style: ChartStyle): Readonly<Record<string, unknown>>;
}
