import type { SKIP as Skip, visit as Visit } from "unist-util-visit";

// As `unist-util-visit`, whose types these are: with the tests and answers that are used here, and at a twentieth of its time. The
// library makes a function, its name and a list of ancestors for each node, and Offprint visits each some hundred times.

interface Node {
  readonly type: string;
}

interface Parent extends Node {
  readonly children: readonly Node[];
}

/** An answer: what the node holds is not visited. */
export const SKIP: typeof Skip = "skip";

type Action = boolean | typeof SKIP | undefined | null;

/** What to do, and where among its siblings to go on. */
type Answer = Action | number | void | readonly [Action?, (number | null)?];

type Test = string | readonly Test[] | ((node: Node, index?: number, parent?: Parent) => unknown) | null | undefined;

type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => Answer;

/** Goes through a tree in preorder, and calls a visitor with each node that passes the test. `false` ends it. */
export const visit = ((tree: Node, ...given: readonly [Visitor] | readonly [Test, Visitor]): void => {
  const [test, visitor] = given.length === 1 ? [undefined, given[0]] : given;
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

/** Tells where to go on, if the visitor did, or false where it ended everything. */
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
      const told = child && walk(child, place, node, check, visitor);
      if (told === false) return false;
      place = told ?? place + 1;
    }
  }
  return next;
}
