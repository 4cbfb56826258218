import type { RuleTester } from "oxlint/plugins-dev";

type Rule = Parameters<RuleTester["run"]>[1];

const message = "This reads the clock. Time comes from World.clock, so that equal input gives equal bytes.";

/**
 * Forbids `new Date()` and `Date()`, which read the clock; `new Date(x)` does not. oxlint can forbid a name or
 * property, but not a call by its number of arguments, hence this custom rule. `world-rule.ts` says where it applies.
 */
const noCurrentDate: Rule = {
  create: (context) => ({
    NewExpression(node) {
      if (isDate(node.callee) && node.arguments.length === 0) context.report({ node, message });
    },
    CallExpression(node) {
      if (isDate(node.callee)) context.report({ node, message });
    },
  }),
};

/** The parts of an expression that are checked. */
interface Callee {
  readonly type: string;
  readonly name?: unknown;
  readonly object?: Callee;
  readonly property?: Callee;
}

function isDate(callee: Callee): boolean {
  return isNamed(callee, "Date") || (isNamed(callee.object, "globalThis") && isNamed(callee.property, "Date"));
}

function isNamed(node: Callee | undefined, name: string): boolean {
  return node?.type === "Identifier" && node.name === name;
}

export default { meta: { name: "offprint" }, rules: { "no-current-date": noCurrentDate } };
