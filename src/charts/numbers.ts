/** A scale whose ends and steps are round numbers. */
export interface Scale {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
}

/** Returns a scale of about five steps of 1, 2, 2.5 or 5 times a power of ten. */
export function roundScale(values: readonly number[], fromZero: boolean): Scale {
  const low = Math.min(...values, ...(fromZero ? [0] : []));
  const high = Math.max(...values, ...(fromZero ? [0] : []));
  const span = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = ([1, 2, 2.5, 5].find((size) => span / (size * power) <= 5.5) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { least: ticks[0] ?? 0, most: ticks.at(-1) ?? 1, ticks };
}

/**
 * Formats a number for the language, with a percent sign; other units are in the axis title. `decimals` is the least
 * number of decimal places.
 */
export function writeNumber(value: number, unit: string | undefined, language: string, decimals = 0): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: 6 };
  if (unit !== "%") return new Intl.NumberFormat(language, digits).format(value);
  return new Intl.NumberFormat(language, { ...digits, style: "percent" }).format(value / 100);
}

/** Returns the number of decimal places that all values are written with. */
export function decimalsOf(values: readonly (number | null)[]): number {
  return Math.min(6, Math.max(0, ...values.map((value) => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0)));
}
