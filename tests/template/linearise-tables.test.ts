import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { lineariseTables } from "../../src/template/linearise-tables.ts";

function linearised(html: string): string {
  const tree = fromHtml(html, { fragment: true });
  lineariseTables(tree, () => 48, true);
  return toHtml(tree)
    .replaceAll(/ class="[^"]*"/g, "")
    .replaceAll(/<\/?span>/g, "");
}

const long = "words of considerable length that go on";

test("reports cells with spans at their positions", () => {
  const head = `<thead><tr><th rowspan="2">Place<th colspan="2">Result<th rowspan="2">Remarks</tr><tr><th>${long}<th>Second</tr></thead>`;
  const body = `<tbody><tr><th rowspan="2" id="here">Here<td>1<td>2<td>${long}</tr><tr><td colspan="2">3<td></tr></tbody>`;
  expect(linearised(`<table id="t"><caption>All</caption>${head}${body}</table>`)).toBe(
    `<div id="t"><p>All</p><ul>` +
      `<li><p id="here">Place: Here</p><ul><li>Result, ${long}: 1</li><li>Result, Second: 2</li><li>Remarks: ${long}</li></ul></li>` +
      `<li><p>Place: Here</p><ul><li>Result, ${long}; Result, Second: 3</li></ul></li></ul></div>`,
  );
});

test("a formula in the name of a column is read once, and not as TeX", () => {
  const formula = `<math><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation encoding="application/x-tex">x^2</annotation></semantics></math>`;
  const head = `<thead><tr><th>Of ${formula}</th><th>${long}</th><th>Third</th><th>Remarks</th></tr></thead>`;
  const body = `<tbody><tr><td>${long}</td><td>${long}</td><td>${long}</td><td>${long}</td></tr></tbody>`;
  expect(linearised(`<table>${head}${body}</table>`)).toContain("Of x²: ");
});

test("a table that fits, or has no names for its columns, stays one", () => {
  const narrow =
    "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>";
  expect(linearised(narrow)).toBe(narrow);
  const cells = `<td>${long}</td>`.repeat(5);
  const headless = `<table><tbody><tr>${cells}</tr></tbody></table>`;
  expect(linearised(headless)).toBe(headless);
});
