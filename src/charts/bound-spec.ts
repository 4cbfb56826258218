import { limits } from "../model/limits.ts";

/** Vega-Lite properties whose number multiplies marks or sets the picture's size. */
const counts = new Set("maxbins minsteps maxsteps steps tickCount gridCount columns width height".split(" "));
/** Fractions of a whole, as in quantiles: smaller values give more marks. */
const shares = new Set(["step"]);

/** Returns a sentence about the first number of a specification that is beyond its limit, or `undefined`. */
export function beyondLimit(spec: unknown, parent = ""): string | undefined {
  if (Array.isArray(spec)) return first(spec.map((item: unknown) => () => beyondLimit(item, parent)));
  if (typeof spec !== "object" || spec === null) return undefined;
  return first(
    Object.entries(spec as Readonly<Record<string, unknown>>).map(([name, value]) => () => {
      // Data rows are counted elsewhere.
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
