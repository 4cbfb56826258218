/** A file that breaks one rule, and the rule that must notice. */
interface Sample {
  readonly path: string;
  readonly source: string;
  readonly rule: string;
}

const imports = "eslint(no-restricted-imports)";
const globals = "eslint(no-restricted-globals)";
const properties = "eslint(no-restricted-properties)";
const cycle = "import(no-cycle)";
const clock = "offprint(no-current-date)";

const formats = ["html", "epub", "pdf", "docx", "md", "txt"];

const stages = ["source", "parse", "charts", "transform", "template", "cache"];

/** Rooms import each other nowhere, whatever the shape of the import. */
const betweenRooms: Sample[] = [
  ...stages.map((room, index) => bad(`src/${room}/other-room.ts`, from(`../${stages.at(index - 1)}/a.ts`), imports)),
  ...formats.flatMap((format) =>
    formats
      .filter((other) => other !== format)
      .map((other) => bad(`src/formats/${format}/of-${other}.ts`, from(`../${other}/a.ts`), imports)),
  ),
  bad("src/model/diagnostics.ts", from("../diagnostics/a.ts"), imports),
  bad("src/diagnostics/config.ts", from("../config/a.ts"), imports),
  bad("src/config/parse.ts", from("../parse/a.ts"), imports),
  bad("src/config/i18n.ts", from("../i18n/a.ts"), imports),
  bad("src/formats/pdf/other-format.ts", from("../epub/a.ts"), imports),
  bad("src/formats/pdf/deep/other-format.ts", from("../../html/a.ts"), imports),
  bad("src/formats/html/roundabout.ts", from("../../../src/formats/pdf/a.ts"), imports),
  bad("src/formats/epub/transform.ts", from("../../transform/a.ts"), imports),
  bad("src/template/format.ts", from("../formats/pdf/a.ts"), imports),
  bad("src/transform/roundabout.ts", from("../../src/template/a.ts"), imports),
  bad("src/parse/flow.ts", from("../pipeline/build.ts"), imports),
  bad("src/parse/passed-on.ts", 'export * from "../transform/a.ts";', imports),
  bad("src/parse/type-only.ts", 'export type { a } from "../transform/a.ts";', imports),
  bad("src/parse/late.ts", 'export const late = await import("../transform/a.ts");', imports),
  bad("src/parse/tests.ts", from("../../tests/support/a.ts"), imports),
  bad("src/world/config.ts", from("../config/a.ts"), imports),
  bad("src/cli/formats.ts", from("../formats/pdf/a.ts"), imports),
  bad("src/pipeline/merge.ts", from("../mail-merge/a.ts"), imports),
  bad("src/preview/cli.ts", from("../cli/a.ts"), imports),
  bad("src/pipeline/build.ts", from("../cli/a.ts"), imports),
  bad("src/cli/flow.ts", from("../pipeline/a.ts"), imports),
  bad("src/main.ts", from("./parse/a.ts"), imports),
];

/** Files that import each other, though it be for a type alone. */
const cycles: Sample[] = [
  bad("src/parse/round-one.ts", 'import type { B } from "./round-two.ts";\nexport type A = B[];', cycle),
  bad("src/parse/round-two.ts", 'import type { A } from "./round-one.ts";\nexport type B = A[];', cycle),
];

/** The same by way of a third. */
const detours: Sample[] = ["one", "two", "three"].map((name, index, all) => {
  const next = all[(index + 1) % all.length] ?? "";
  return bad(
    `src/cache/way-${name}.ts`,
    `import type { A as Next } from "./way-${next}.ts";\nexport type A = Next[];`,
    cycle,
  );
});

/** Each kind of package stays in its room. */
const packages: Sample[] = [
  bad("src/source/unified.ts", 'export { unified } from "unified";', imports),
  bad("src/template/rehype.ts", 'export { default as parser } from "rehype-parse";', imports),
  bad("src/template/remark.ts", 'import gfm from "remark-gfm";\nexport const plugin = gfm;', imports),
  bad("src/cache/micromark.ts", 'export * from "micromark-util-character";', imports),
  bad("src/formats/pdf/puppeteer.ts", 'export { launch } from "puppeteer";', imports),
  bad("src/cli/browsers.ts", 'export { Browser } from "@puppeteer/browsers";', imports),
];

/** What only `World` may do. */
const machine: Sample[] = [
  bad("src/source/disk.ts", 'export { readFile } from "node:fs/promises";', imports),
  bad("src/formats/epub/disk.ts", 'export { writeFileSync } from "node:fs";', imports),
  bad("src/formats/html/programs.ts", 'export { spawn } from "node:child_process";', imports),
  bad("src/cli/system.ts", 'export { homedir } from "node:os";', imports),
  bad("src/cache/database.ts", 'export { DatabaseSync } from "node:sqlite";', imports),
  bad("src/charts/threads.ts", 'export { Worker } from "node:worker_threads";', imports),
  bad("src/cli/process-module.ts", 'export { argv } from "node:process";', imports),
  bad("src/preview/network.ts", 'export { get } from "node:https";', imports),
  bad("src/pipeline/resolve.ts", 'export { readFile } from "node:fs/promises";', imports),
  bad("src/cli/process.ts", "export const folder = process.cwd();", globals),
  bad("src/cli/process-again.ts", "export const folder = globalThis.process.cwd();", globals),
  bad("src/diagnostics/console.ts", 'console.log("printed");', globals),
  bad("src/template/fetch.ts", 'export const answer = await fetch("https://example.org/");', globals),
  bad("src/cache/stopwatch.ts", "export const start = performance.now();", globals),
  bad("src/formats/epub/now.ts", "export const now = Date.now();", properties),
  bad("src/formats/pdf/today.ts", "export const today = new Date();", clock),
  bad("src/formats/pdf/today-again.ts", "export const today = new globalThis.Date();", properties),
  bad("src/formats/epub/now-again.ts", "export const now = globalThis.Date.now();", properties),
  bad("src/pipeline/render.ts", "export const today = Date();", clock),
  bad("src/transform/random.ts", "export const luck = Math.random();", properties),
  bad("src/transform/random-again.ts", "const { random } = Math;\nexport const luck = random();", properties),
  bad("src/transform/random-global.ts", "export const luck = globalThis.Math.random();", properties),
  bad("src/transform/uuid-global.ts", "export const id = globalThis.crypto.randomUUID();", properties),
  bad("src/transform/uuid.ts", "export const id = crypto.randomUUID();", properties),
  bad("src/transform/uuid-again.ts", 'export { randomUUID } from "node:crypto";', imports),
];

const slow = "async function slow(): Promise<number> {\n  return await Promise.resolve(1);\n}\n";

/** A selection of the general rules, mostly those that need to know types: if these bite, type-aware lint runs. */
const general: Sample[] = [
  bad("src/parse/floating.ts", `${slow}slow();\nexport const a = 1;`, "typescript(no-floating-promises)"),
  bad("src/parse/misused.ts", `${slow}export const answer = slow() ? 1 : 2;`, "typescript(no-misused-promises)"),
  bad(
    "src/parse/awaited.ts",
    'const one = Number("1");\nexport const answer = await one;',
    "typescript(await-thenable)",
  ),
  bad("src/parse/any.ts", "export function same(x: any): unknown {\n  return x;\n}", "typescript(no-explicit-any)"),
  bad("src/parse/call.ts", 'export const answer: unknown = JSON.parse("")();', "typescript(no-unsafe-call)"),
  bad("src/parse/member.ts", 'export const answer: unknown = JSON.parse("").a;', "typescript(no-unsafe-member-access)"),
  bad("src/parse/assigned.ts", 'export const answer: string = JSON.parse("");', "typescript(no-unsafe-assignment)"),
  bad("src/parse/bang.ts", "export const first = [1][0]!;", "typescript(no-non-null-assertion)"),
  bad("src/parse/ignored.ts", "// @ts-ignore\nexport const a = 1;", "typescript(ban-ts-comment)"),
  bad(
    "src/parse/ladder.ts",
    'export function f(x: "a" | "b"): void {\n  switch (x) {\n    case "a":\n      break;\n  }\n}',
    "typescript(switch-exhaustiveness-check)",
  ),
  bad("src/parse/later.ts", "// TODO: finish\nexport const a = 1;", "eslint(no-warning-comments)"),
  bad("src/parse/nameless.ts", "export default 1;", "import(no-default-export)"),
  bad("src/parse/CamelCase.ts", "export const a = 1;", "unicorn(filename-case)"),
  bad("src/parse/loose.ts", "export const same = (a: unknown): boolean => a == 1;", "eslint(eqeqeq)"),
  bad(
    "src/parse/long.ts",
    Array.from({ length: 201 }, (_, index) => `export const a${index} = ${index};`).join("\n"),
    "eslint(max-lines)",
  ),
  bad(
    "tests/parse/skipped.test.ts",
    'import { expect, test } from "vitest";\ntest.skip("a", () => {\n  expect(1).toBe(1);\n});',
    "vitest(no-disabled-tests)",
  ),
  bad(
    "tests/parse/only.test.ts",
    'import { expect, test } from "vitest";\ntest.only("a", () => {\n  expect(1).toBe(1);\n});',
    "vitest(no-focused-tests)",
  ),
  bad("tests/parse/empty.test.ts", 'import { test } from "vitest";\ntest("a", () => {});', "vitest(expect-expect)"),
];

export const badSamples: readonly Sample[] = [
  ...betweenRooms,
  ...cycles,
  ...detours,
  ...packages,
  ...machine,
  ...general,
];

/** What is allowed, close to what is not. */
export const goodSamples: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      "model",
      "diagnostics",
      "config",
      "i18n",
      ...stages,
      ...formats.map((format) => `formats/${format}`),
      "pipeline",
      "world",
      "api",
      "cli",
    ].map((room) => [`src/${room}/a.ts`, exported("a")]),
  ),
  "tests/support/a.ts": exported("a"),
  "src/config/knows.ts": `${from("../model/a.ts")}\n${from("../diagnostics/a.ts", "b")}`,
  "src/formats/pdf/write/own-format.ts": `${from("../a.ts")}\n${from("../../../model/a.ts", "b")}`,
  "src/api/flow.ts": 'export const load = (): Promise<unknown> => import("../pipeline/build.ts");',
  "src/parse/unified.ts": 'export { unified } from "unified";',
  "src/template/serialise.ts":
    'export { default as stringify } from "rehype-stringify";\nexport { unified } from "unified";',
  "src/mail-merge/flow.ts": from("../pipeline/a.ts"),
  "src/template/hast.ts": 'export { toHtml } from "hast-util-to-html";',
  "src/formats/pdf/given-date.ts": 'export const day = new Date("2026-11-24");\nexport const text = day.toISOString();',
  "src/pipeline/digest.ts": 'export { createHash } from "node:crypto";\nexport { join } from "node:path";',
  "src/world/machine.ts": 'export { readFile } from "node:fs/promises";\nexport const now = (): Date => new Date();',
  "src/world/browser/launch.ts": 'export { launch } from "puppeteer";',
  "tests/parse/good.test.ts":
    'import { expect, test } from "vitest";\ntest("a", () => {\n  expect(Date.now()).toBeGreaterThan(0);\n});',
};

function bad(path: string, source: string, rule: string): Sample {
  return { path, source, rule };
}

function from(module: string, name = "a"): string {
  return name === "a" ? `export { a } from "${module}";` : `export { a as ${name} } from "${module}";`;
}

function exported(name: string): string {
  return `export const ${name} = 1;`;
}
