// Exports of vega-scenegraph that vega passes on without types.
declare module "vega" {
  export const textMetrics: {
    /** Returns the width in pixels. */
    width: (
      item: { readonly fontSize?: number; readonly fontWeight?: number | string },
      text: string | number,
    ) => number;
  };
  /** Returns a generator of numbers from 0 to 1 that depend only on the seed; `setRandom` makes Vega use it. */
  export function randomLCG(seed: number): () => number;
  export function setRandom(generator: () => number): void;
  /** Resets the counter for ids inside drawings. */
  export function resetSVGDefIds(): void;
}

export type { View } from "vega";
