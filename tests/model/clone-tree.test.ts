import { expect, test } from "vitest";
import { cloneTree } from "../../src/model/clone-tree.ts";

test("a copy is equal, and none of it is the tree's own", () => {
  const tree = {
    type: "root",
    children: [{ type: "text", value: "a", data: { lines: new Set([1]), none: undefined } }],
  };
  const copy = cloneTree(tree);
  expect(copy).toStrictEqual(structuredClone(tree));
  expect(copy.children[0]?.data).not.toBe(tree.children[0]?.data);
  expect(copy.children[0]?.data.lines).not.toBe(tree.children[0]?.data.lines);
});

test("what stands in two places is one thing in the copy, and what is in itself is too", () => {
  const origin = { line: 1 };
  const loop: { self?: unknown } = {};
  loop.self = loop;
  const copy = cloneTree({ first: { origin }, second: { origin }, loop });
  expect(copy.first.origin).toBe(copy.second.origin);
  expect(copy.loop.self).toBe(copy.loop);
});

test("functions are refused, as structuredClone does", () => {
  expect(() => cloneTree({ run: () => 1 })).toThrow(TypeError);
});

test("a key that names a prototype is a key like any other", () => {
  const tree = JSON.parse('{ "__proto__": { "a": 1 } }') as object;
  expect(Object.entries(cloneTree(tree))).toEqual(Object.entries(tree));
  expect(Object.getPrototypeOf(cloneTree(tree))).toBe(Object.prototype);
});
