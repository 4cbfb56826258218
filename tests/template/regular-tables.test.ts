import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";
import { regularTables } from "../../src/formats/pdf/compose/regular-tables.ts";

/** The rows of a table after the transform, without what is the same everywhere. */
function rowsOf(rows: string): string {
  const tree: Root = fromHtml(`<table>${rows}</table>`, { fragment: true });
  regularTables(tree);
  const [table] = tree.children as Element[];
  expect(table?.properties["role"]).toBe("table");
  return toHtml(table?.children ?? []).replaceAll("\u00A0", "&nbsp;");
}

describe("rows fill their table", () => {
  test("where cells are missing or empty", () => {
    expect(rowsOf("<tbody><tr><td>a<td>b<tr><td><tr><th><img alt=x><th></tbody>")).toBe(
      "<tbody><tr><td>a</td><td>b</td></tr><tr><td>&nbsp;</td><td>&nbsp;</td></tr>" +
        '<tr><th><img alt="x"></th><td>&nbsp;</td></tr></tbody>',
    );
  });

  test("a span beyond the columns, the rows or the group", () => {
    expect(rowsOf("<thead><tr><th>a<th>b</thead><tbody><tr><td colspan=9>c<tr><td rowspan=5>d<td>e</tbody>")).toBe(
      "<thead><tr><th>a</th><th>b</th></tr></thead>" +
        '<tbody><tr><td colspan="2">c</td></tr><tr><td>d</td><td>e</td></tr></tbody>',
    );
  });

  test("where a span would lie over a cell from above", () => {
    expect(rowsOf("<tbody><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d<td>e</tbody>")).toBe(
      '<tbody><tr><td>a</td><td rowspan="2">b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></tbody>',
    );
  });

  test("a row without cells of its own is removed", () => {
    expect(rowsOf("<tbody><tr><td rowspan=2>a<td rowspan=2>b<tr></tr><tr><td>c<td>d</tbody>")).toBe(
      "<tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody>",
    );
  });

  test("unchanged where nothing is wrong", () => {
    const rows = '<tbody><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></tbody>';
    expect(rowsOf(rows)).toBe(rows);
  });
});
