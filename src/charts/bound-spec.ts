import { limits } from "../model/limits.ts";

/** Properties of Vega-Lite whose number is how often something is made, or how large the picture is. */
const counts = new Set("maxbins minsteps maxsteps steps tickCount gridCount columns width height".split(" "));
/** Of a whole, as in quantiles: how often it goes into one. */
const shares = new Set(["step"]);

/** The first number of a specification that asks for too much, as a sentence; `undefined` where none does. */
export function beyondLimit(spec: unknown, parent = ""): string | undefined {
  if (Array.isArray(spec)) return first(spec.map((item: unknown) => () => beyondLimit(item, parent)));
  if (typeof spec !== "object" || spec === null) return undefined;
  return first(
    Object.entries(spec as Readonly<Record<string, unknown>>).map(([name, value]) => () => {
      // Rows are no part of what is asked for, and were counted.
      if (name === "values" && parent === "data") return undefined;
      const asked = shares.has(name) && "quantile" in spec && typeof value === "number" ? 1 / Math.abs(value) : value;
      const isCount = counts.has(name) || (shares.has(name) && "quantile" in spec);
      if (isCount && typeof asked === "number" && !(Math.abs(asked) <= limits.chartCount))
        return `${name} asks for ${asked}; at most ${limits.chartCount} are drawn`;
      return beyondLimit(value, name);
    }),
  );
}

function first(looks: readonly (() => string | undefined)[]): string | undefined {
  for (const look of looks) {
    const found = look();
    if (found !== undefined) return found;
  }
  return undefined;
}
