import type { Job } from "./repair.ts";
import { childrenOf, type Element, elementsOf, typeOf, withDescendants, wrap } from "../read/structure-tree.ts";

const groups = { thead: "THead", tbody: "TBody", tfoot: "TFoot" } as const;

type Group = keyof typeof groups;

/** Groups a table's rows (ISO 32000-1, 14.8.4.3.4): at most one THead and one TFoot, and neither without a TBody. */
export function groupRows({ document, origins }: Job): void {
  const { context } = document;
  for (const table of elementsOf(document).filter(({ dict }) => typeOf(dict) === "Table")) {
    const rows = childrenOf(context, table.dict).filter(({ dict }) => typeOf(dict) === "TR");
    const head = rows.slice(0, leading(rows, "thead"));
    const foot = rows.slice(Math.max(head.length, rows.length - leading(rows.toReversed(), "tfoot")));
    const body = rows.slice(head.length, rows.length - foot.length);
    if (body.length === 0) continue;
    for (const [group, members] of [
      ["thead", head],
      ["tbody", body],
      ["tfoot", foot],
    ] as const) {
      if (members.length > 0) wrap(context, table, members, groups[group]);
    }
  }

  function leading(rows: readonly Element[], group: Group): number {
    const end = rows.findIndex((row) => !isIn(row, group));
    return end < 0 ? rows.length : end;
  }

  function isIn(row: Element, group: Group): boolean {
    return withDescendants(context, row).some(({ ref }) => origins.get(ref)?.some(({ tagName }) => tagName === group));
  }
}
