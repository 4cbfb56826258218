import { describe, test } from "vitest";
import { expectHeld } from "../support/attack.ts";

const many = (count: number, make: (index: number) => string, between = "\n"): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(between);

const text = (yaml: string): string => `---\n${yaml}\n---\n\n# T\n\nKept.\n`;

describe("YAML that is large or multiplies ends soon", () => {
  const attacks: Record<string, [yaml: string, says: RegExp]> = {
    "aliases of one anchor": [`a: &a x\n${many(2000, (n) => `k${n}: *a`)}`, /More than 100 aliases/],
    "aliases of many anchors": [many(2000, (n) => `k${n}: &a${n} x\nl${n}: *a${n}`), /More than 100 aliases/],
    anchors: [many(2000, (n) => `k${n}: &a${n} x`), /keyKnown|frontMatter/],
    "merge keys": [`a: &a {x: 1}\n${many(3000, (n) => `k${n}: {<<: *a}`)}`, /More than 100 aliases/],
    "aliases of aliases": [
      `a0: &a0 [x]\n${many(30, (n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`)}`,
      /repeat too much/,
    ],
    "an alias of itself": ["a: &a [*a]", /./],
    keys: [many(2000, (n) => `k${n}: x`), /keyKnown|frontMatter/],
    "one key again and again": ["title: x\n".repeat(1500), /Map keys must be unique/],
    "a flow map": [`title: {${many(2000, (n) => `k${n}: 1`, ",")}}`, /title/],
    brackets: [`title: ${"[".repeat(20_000)}`, /sourceSize|yamlParses/],
    "closed brackets": [`title: ${"[".repeat(5000)}${"]".repeat(5000)}`, /sourceSize|yamlParses/],
    "maps in maps": [many(2000, (n) => `${" ".repeat(n)}a:`), /sourceSize|yamlParses/],
    "lists in lists": [`${"- ".repeat(20_000)}x`, /sourceSize|yamlParses/],
    "question marks": ["? a\n".repeat(1500), /./],
    tags: [many(2000, (n) => `k${n}: !t${n} x`), /./],
    "folded lines": [`title: >\n${"  x\n".repeat(10_000)}`, /./],
    "plain lines": [`title: x\n${"  x\n".repeat(10_000)}`, /./],
    "quoted lines": [`title: "x\n${"  x\n".repeat(10_000)}  "`, /./],
    tabs: ["\ta: x\n".repeat(1500), /./],
    "no end to a quotation mark": [`title: "${"x\n".repeat(10_000)}`, /yamlRepaired Missing closing/],
    directives: ["%YAML 1.2\n".repeat(2000), /./],
    "many slips to mend": [many(200, (n) => `k${n}: a: b`), /sourceSize|yamlParses/],
    "names of Object": ["__proto__: {polluted: 1}\nconstructor: x\ntoString: y", /keyKnown|frontMatter/],
    "a prototype in a map": ["variables: {__proto__: {polluted: yes}, constructor: a}", /./],
    "a binary": ["title: !!binary SGVsbG8=", /./],
    "a date that is none": ["date: 2026-99-99", /date/],
    "a number too large": ["title: 1e999", /./],
    "control characters": ['title: "a\\x00b\\x1b[31m"', /./],
    "a noncharacter": ['title: "a\\uFDD0b"', /./],
    "template code": ['title: "<%= process.exit() %> {{ x }} {% raw %}"', /./],
  };
  test.each(Object.entries(attacks))("%s", async (_, [yaml, says]) => {
    await expectHeld({ files: text(yaml), mayBeRefused: true, says: says.source === "." ? [] : [says] });
  });
});
