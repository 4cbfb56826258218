import { visit as libraryVisit } from "unist-util-visit";
import { expect, test } from "vitest";
import { copyOf } from "../../src/model/copy.ts";
import { visit } from "../../src/model/visit.ts";
import { h } from "hastscript";
import type { Element, Root } from "hast";

const tree = (): Root =>
  h(null, [
    h("section", [h("p", ["one ", h("em", "two")]), h("ul", [h("li", "a"), h("li", [h("p", "b")])])]),
    h("p", "c"),
  ]);

type Answer = ReturnType<Parameters<typeof visit<Root, "element">>[2] & (() => never)>;

/** Visitors that answer in each way there is, changing what they visit as transforms do. */
const visitors: Readonly<Record<string, (node: Element, index?: number, parent?: { children: unknown[] }) => unknown>> =
  {
    nothing: () => undefined,
    "skips items": ({ tagName }) => (tagName === "li" ? "skip" : undefined),
    "ends at an item": ({ tagName }) => tagName !== "li",
    "takes out and goes on there": ({ tagName }, index = 0, parent) => {
      if (tagName !== "em" && tagName !== "ul") return undefined;
      parent?.children.splice(index, 1);
      return index;
    },
    "unwraps, skipping": (node, index = 0, parent) => {
      if (node.tagName !== "p") return undefined;
      parent?.children.splice(index, 1, ...node.children);
      return ["skip", index + node.children.length];
    },
  };

const tests = {
  "a type": "element",
  "several types": ["element", "text"],
  "a function": (node: { type: string }) => node.type === "element",
} as const;

test.each(Object.keys(visitors).flatMap((name) => Object.keys(tests).map((kind) => [name, kind] as const)))(
  "a tree is visited as by unist-util-visit: %s, %s",
  (name, kind) => {
    const answer = visitors[name];
    const run = (by: typeof visit) => {
      const [root, seen]: [Root, string[]] = [tree(), []];
      by(root, tests[kind as keyof typeof tests] as "element", (node, index, parent) => {
        seen.push(`${node.type} ${node.tagName} ${index} ${parent?.type}`);
        // Other types of nodes come, too, where the test lets them.
        return String(node.type) === "element" ? (answer?.(node, index, parent) as Answer) : undefined;
      });
      return { root, seen };
    };
    expect(run(visit)).toEqual(run(libraryVisit));
    expect(run(visit).seen.length).toBeGreaterThan(1);
  },
);

test("without a test each node is visited, the root first", () => {
  const seen: string[] = [];
  visit(tree(), (node) => void seen.push(node.type));
  expect(seen.slice(0, 3)).toEqual(["root", "element", "element"]);
  expect(seen).toHaveLength(14);
});

test("a copy is equal and shares nothing", () => {
  const root = tree();
  const copy = copyOf(root);
  expect(copy).toEqual(root);
  expect(copy.children[0]).not.toBe(root.children[0]);
  expect(copyOf({ a: undefined, b: [null, 1, "two"] })).toStrictEqual({ a: undefined, b: [null, 1, "two"] });
});
