import type { Plot } from "./plot.ts";

/** The range of values that a part of a stack covers. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Returns the spans of each series, point by point, with the first series at the bottom. */
export function stackOf({ series, xs }: Plot): (Span | undefined)[][] {
  const tops = xs.map(() => 0);
  return series.map(({ values }) =>
    values.map((value, index) => {
      if (value === null) return undefined;
      const low = tops[index] ?? 0;
      tops[index] = low + value;
      return { low, high: low + value };
    }),
  );
}
