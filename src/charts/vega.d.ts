// What vega hands on from vega-scenegraph without typing it.
declare module "vega" {
  export const textMetrics: {
    /** Pixels. */
    width: (
      item: { readonly fontSize?: number; readonly fontWeight?: number | string },
      text: string | number,
    ) => number;
  };
  /** Ids inside a drawing count from one again. */
  export function resetSVGDefIds(): void;
}

export type { View } from "vega";
