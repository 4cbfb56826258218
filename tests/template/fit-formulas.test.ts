import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { fitFormulas } from "../../src/template/fit-formulas.ts";
import { texToMathMl } from "../../src/transform/mathml.ts";

/** A formula fitted into a line: its rows, and the class that sets it smaller. */
function fitted(tex: string, room: number): { readonly rows: string[]; readonly scale: string | undefined } {
  const drawn = texToMathMl(tex, true);
  if (!("math" in drawn)) throw new Error(drawn.fault);
  const tree: Root = { type: "root", children: [drawn.math] };
  fitFormulas(tree, room);
  const rows: string[] = [];
  visit(tree, "element", (node: Element) => void (node.tagName === "mtr" && rows.push(toString(node))));
  const { className } = drawn.math.properties;
  return {
    rows,
    scale: (Array.isArray(className) ? className : []).map(String).find((name) => name.startsWith("scale-")),
  };
}

const sum = Array.from({ length: 12 }, (_, index) => `a_{${index}}`).join(" + ");

describe("a formula that is wider than a line", () => {
  test("is broken before operators, and nothing of it is lost", () => {
    const { rows, scale } = fitted(sum, 12);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.join("")).toBe(Array.from({ length: 12 }, (_, index) => `a${index}`).join("+"));
    for (const row of rows.slice(1)) expect(row).toMatch(/^\+/);
    expect(scale).toBeUndefined();
  });

  test("is broken before relations, and inside parentheses only where it must be", () => {
    expect(fitted("f(a + b) = g(a + b) = h(a + b)", 7).rows).toEqual(["f(a+b)", "=g(a+b)", "=h(a+b)"]);
    expect(fitted(`(${sum})`, 12).rows.length).toBeGreaterThan(1);
  });

  test("is set smaller by itself where it cannot be broken", () => {
    expect(fitted(String.raw`\sqrt{${sum}}`, 20).scale).toMatch(/^scale-[4-9]0$/);
    expect(fitted(String.raw`\frac{${sum}}{2}`, 3).scale).toBe("scale-40");
  });

  test("stays as it is where it has room", () => {
    expect(fitted("a = b", 12)).toEqual({ rows: [], scale: undefined });
  });
});
