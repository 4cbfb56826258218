import { expect, test } from "vitest";
import { copyOf } from "../../src/model/copy.ts";

test("a copy is equal and shares nothing but positions", () => {
  const tree = { type: "root", children: [{ type: "text", value: "a", data: undefined }], position: null };
  const copied = copyOf(tree);
  expect(copied).toStrictEqual(tree);
  expect(copied).not.toBe(tree);
  expect(copied.children[0]).not.toBe(tree.children[0]);
  const point = { line: 1, column: 1 };
  const placed = { type: "text", position: { start: point, end: point } };
  expect(copyOf(placed).position).toBe(placed.position);
});

test('a key "__proto__" is copied as a key, and gives the copy no prototype', () => {
  const input = JSON.parse('{"data": {"__proto__": {"hName": "script"}}}') as { data: Record<string, unknown> };
  const { data } = copyOf(input);
  expect(Object.keys(data)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  expect(data["hName"]).toBeUndefined();
});
