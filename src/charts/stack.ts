import type { Plot } from "./plot.ts";

/** From where to where a part of a stack reaches. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** The spans of each series, point by point, the first series at the bottom. */
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
