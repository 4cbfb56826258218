import type { SKIP as Skip, visit as Visit } from "unist-util-visit";

// A replacement for `unist-util-visit` with its types, but only the tests and results used here, at a twentieth of its
// time. The library creates a function, its name and a list of ancestors for each node, and Offprint visits each some
// hundred times.

interface Node {
  readonly type: string;
}

interface Parent extends Node {
  readonly children: readonly Node[];
}

/** A visitor's result: do not visit the node's children. */
export const SKIP: typeof Skip = "skip";

type Action = boolean | typeof SKIP | undefined | null;

/** What to do, and at which sibling index to continue. */
type Answer = Action | number | void | readonly [Action?, (number | null)?];

type Test = string | readonly Test[] | ((node: Node, index?: number, parent?: Parent) => unknown) | null | undefined;

type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => Answer;

/**
 * Traverses a tree in preorder and calls the visitor with each node that passes the test. `false` ends the traversal.
 */
export const visit = ((tree: Node, ...args: readonly [Visitor] | readonly [Test, Visitor]): void => {
  const [test, visitor] = args.length === 1 ? [undefined, args[0]] : args;
  walk(tree, undefined, undefined, toCheck(test), visitor);
}) as unknown as typeof Visit;

type Check = Exclude<Test, readonly Test[]>;

function toCheck(test: Test): Check {
  if (!Array.isArray(test)) return test as Check;
  const checks = (test as readonly Test[]).map(toCheck);
  return (...place) => checks.some((check) => passes(check, ...place));
}

function passes(check: Check, node: Node, index?: number, parent?: Parent): boolean {
  if (typeof check === "string") return node.type === check;
  return typeof check !== "function" || Boolean(check(node, index, parent));
}

/** Returns the sibling index to continue at, if the visitor gave one, or false where it ended the traversal. */
function walk(
  node: Node | Parent,
  index: number | undefined,
  parent: Parent | undefined,
  check: Check,
  visitor: Visitor,
): number | false | undefined {
  let action: Answer;
  let next: number | undefined;
  if (passes(check, node, index, parent)) {
    const answer = visitor(node, index, parent);
    if (typeof answer === "number") next = answer;
    else if (typeof answer === "object" && answer !== null) {
      [action] = answer;
      next = answer[1] ?? undefined;
    } else action = answer;
    if (action === false) return false;
  }
  if (action !== SKIP && "children" in node) {
    for (let place = 0; place > -1 && place < node.children.length;) {
      const child = node.children[place];
      const result = child && walk(child, place, node, check, visitor);
      if (result === false) return false;
      place = result ?? place + 1;
    }
  }
  return next;
}
