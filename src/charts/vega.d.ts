// What vega hands on from vega-scenegraph without typing it.
declare module "vega" {
  export const textMetrics: {
    /** Pixels. */
    width: (
      item: { readonly fontSize?: number; readonly fontWeight?: number | string },
      text: string | number,
    ) => number;
  };
  /** A generator of numbers from 0 to 1 that depend on nothing but the seed, and what makes Vega use it. */
  export function randomLCG(seed: number): () => number;
  export function setRandom(generator: () => number): void;
  /** Ids inside a drawing count from one again. */
  export function resetSVGDefIds(): void;
}

export type { View } from "vega";
