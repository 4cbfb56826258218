import type { PandocAttributes } from "./pandoc-attributes.ts";

/** Maximum number of columns side by side: no page is wider. */
const maxColumns = 4;

/**
 * Returns classes for side-by-side layout: `:::: {.columns}` with `{.column width="40%"}` of pandoc; `layout-ncol`,
 * `layout-nrow` and `layout` (https://quarto.org/docs/authoring/figures.html#complex-layouts) and `.g-col-6` of Quarto.
 */
export function layoutClasses({ classes, values }: Pick<PandocAttributes, "classes" | "values">): string[] {
  const columns = values.get("layout-ncol") ?? firstRow(values.get("layout"));
  if (columns !== undefined) return [columnsClass(columns)].filter((name) => name !== "");
  if (values.has("layout-nrow") || classes.includes("grid")) return ["columns"];
  const [twelfths] = classes.flatMap((name) => /^g-col-(\d{1,2})$/.exec(name)?.[1] ?? []);
  const width = /^(\d+)(?:\.\d+)?%$/.exec(values.get("width") ?? "")?.[1];
  const share = twelfths === undefined ? Number(width ?? "") : (Number(twelfths) / 12) * 100;
  const isColumn = classes.includes("column") || twelfths !== undefined;
  if (!isColumn) return [];
  return share >= 5 && share < 95
    ? ["column", `column-${Math.min(9, Math.max(1, Math.round(share / 10)))}0`]
    : ["column"];
}

/** Returns `layout-2`, for example; empty for a single column. */
export function columnsClass(columns: string): string {
  const count = Math.min(maxColumns, Math.floor(Number(columns)));
  return count >= 2 ? `layout-${count}` : "";
}

/** Returns the number of items in the first row of `[[1,1], [1]]` or `[30,70]`. */
function firstRow(layout: string | undefined): string | undefined {
  const [, row] = /^\[\s*\[?([^[\]]*)\]?/.exec(layout ?? "") ?? [];
  return row === undefined ? undefined : String(row.split(",").filter((share) => Number(share) > 0).length);
}
