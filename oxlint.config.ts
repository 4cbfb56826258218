import { defineConfig, type OxlintOverride } from "oxlint";
import { importRule } from "./.github/scripts/lint/import-rule.ts";
import { worldRule } from "./.github/scripts/lint/world-rule.ts";

const testRule: OxlintOverride = {
  files: ["tests/**"],
  plugins: ["eslint", "typescript", "unicorn", "oxc", "import", "promise", "vitest"],
  rules: {
    "max-lines": "off",
    "vitest/expect-expect": ["error", { assertFunctionNames: ["expect*", "assert*"] }],
    "vitest/no-disabled-tests": "error",
    "vitest/no-focused-tests": "error",
    "vitest/no-identical-title": "error",
    "vitest/warn-todo": "error",
  },
};

/** Scripts of the preview, of the library page and for diagrams are JavaScript, so that they are served as they are: their values have no types. */
const browserRule: OxlintOverride = {
  files: ["src/preview/desk/**", "src/site/search/search/**", "src/charts/diagrams/mermaid-page/**"],
  rules: {
    "typescript/no-unsafe-argument": "off",
    "typescript/no-unsafe-assignment": "off",
    "typescript/no-unsafe-call": "off",
    "typescript/no-unsafe-member-access": "off",
    "typescript/no-unsafe-return": "off",
    "typescript/prefer-nullish-coalescing": "off",
    "typescript/restrict-template-expressions": "off",
    "typescript/strict-void-return": "off",
  },
};

/** Tools load these by their default export. */
const defaultExportRule: OxlintOverride = {
  files: ["*.config.ts", "./.github/scripts/lint/no-current-date.ts"],
  rules: { "import/no-default-export": "off" },
};

export default defineConfig({
  options: { typeAware: true, reportUnusedDisableDirectives: "error" },
  plugins: ["eslint", "typescript", "unicorn", "oxc", "import", "promise"],
  jsPlugins: ["./.github/scripts/lint/no-current-date.ts"],
  categories: { correctness: "error", suspicious: "error" },
  rules: {
    eqeqeq: "error",
    "array-callback-return": "error",
    "max-lines": ["error", { max: 200 }],
    "no-constructor-return": "error",
    "no-else-return": "error",
    "no-fallthrough": "error",
    "no-lonely-if": "error",
    "no-loop-func": "error",
    "no-self-compare": "error",
    "no-useless-return": "error",
    "no-var": "error",
    "no-warning-comments": "error",
    "object-shorthand": "error",
    "prefer-const": "error",
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "import/no-default-export": "error",
    "import/no-duplicates": "error",
    "import/no-mutable-exports": "error",
    "typescript/ban-ts-comment": "error",
    "typescript/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
    "typescript/no-deprecated": "error",
    "typescript/no-empty-object-type": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-misused-promises": "error",
    "typescript/no-namespace": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/no-unsafe-argument": "error",
    "typescript/no-unsafe-assignment": "error",
    "typescript/no-unsafe-call": "error",
    "typescript/no-unsafe-function-type": "error",
    "typescript/no-unsafe-member-access": "error",
    "typescript/no-unsafe-return": "error",
    "typescript/only-throw-error": "error",
    // An empty environment variable means the same as none, and `||` says so.
    "typescript/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
    "typescript/prefer-promise-reject-errors": "error",
    "typescript/prefer-readonly": "error",
    "typescript/restrict-plus-operands": "error",
    "typescript/return-await": ["error", "error-handling-correctness-only"],
    "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "typescript/use-unknown-in-catch-callback-variable": "error",
    "unicorn/error-message": "error",
    "unicorn/filename-case": ["error", { case: "kebabCase" }],
    "unicorn/no-abusive-eslint-disable": "error",
    "unicorn/no-typeof-undefined": "error",
    "unicorn/prefer-node-protocol": "error",
    "unicorn/prefer-string-replace-all": "error",
    "unicorn/throw-new-error": "error",

    // Against the grain of unist: a node is narrowed by an assertion after a look at its type, attributes come with
    // types that their makers did not keep, and micromark hands its context over as `this`.
    "typescript/no-unsafe-type-assertion": "off",
    "typescript/no-unnecessary-type-conversion": "off",
    "oxc/no-this-in-exported-function": "off",
    // Code points are what is meant where a string is spread.
    "typescript/no-misused-spread": "off",
    // TypeScript knows better than these what a function returns and what a module exports.
    "typescript/consistent-return": "off",
    "import/no-named-as-default": "off",
    "import/no-named-as-default-member": "off",
    // There are no enums here; libraries' own are passed through.
    "typescript/no-unsafe-enum-assignment": "off",
    // A function stands where it is understood best.
    "unicorn/consistent-function-scoping": "off",
  },
  ignorePatterns: ["examples/", "lib/", "editors/vscode/out/", "dist/", "content/", "templates/", "tests/cases/"],
  overrides: [...importRule, worldRule, testRule, browserRule, defaultExportRule],
});
