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

function isDate(callee: { readonly type: string; readonly name?: unknown }): boolean {
  return callee.type === "Identifier" && callee.name === "Date";
}

export default { meta: { name: "offprint" }, rules: { "no-current-date": noCurrentDate } };
