import { describe, expect, test } from "vitest";
import { configLocation } from "../../src/config/config-location.ts";
import { locateKey } from "../../src/config/locate-key.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";
import { build } from "../../src/index.ts";

const literal = `import { defineConfig } from "offprint";

// brand: not this one
export default defineConfig({
  sources: ["a, b", 'c: {'], /* rules: */
  rules: { altText: "off", "headingOrder": \`a \${"}"}\` },
  "brand": {
    logo: { light: "x.svg", alt: "A" },
    colours: { accent: ["#111111", "#222222"] },
  },
  plugins: [one({ name: "rules" }), { name: "two" }],
  metadata: { 日本: 1 },
  ...rest,
  strict: (a: string) => ({ shared: a }),
  shared: "s",
});
`;

describe("a key of a configuration", () => {
  test.each([
    [["sources"], [5, 3]],
    [
      ["sources", 1],
      [5, 21],
    ],
    [
      ["rules", "headingOrder"],
      [6, 28],
    ],
    [
      ["rules", "unknown"],
      [6, 3],
    ],
    [
      ["brand", "logo", "alt"],
      [8, 29],
    ],
    [
      ["brand", "colours", "accent", "1"],
      [9, 36],
    ],
    [
      ["plugins", 1, "name"],
      [11, 39],
    ],
    [
      ["metadata", "日本"],
      [12, 15],
    ],
    [["shared"], [15, 3]],
  ] as const)("%j is found in the literal", (path, [line, column]) => {
    expect(locateKey(literal, path)).toEqual({ line, column });
    // Windows ends lines by two characters.
    expect(locateKey(literal.replaceAll("\n", "\r\n"), path)).toEqual({ line, column });
  });

  test.each([
    ["const config: Config = {\n  shared: 1,\n};\nexport default config;\n", { line: 2, column: 3 }],
    ["export default await defineConfig(mine({ shared: 1 })) satisfies Config", { line: 1, column: 42 }],
    ["export default () => ({ shared: 1 })", undefined],
    ["export default [", undefined],
    ["const shared = 1; // export default { shared }", undefined],
    ['export default { a: "', undefined],
    ["", undefined],
  ])("%j", (source, expected) => expect(locateKey(source, ["shared"])).toEqual(expected));
});

test("what is wrong with a configuration is reported where it is written", async () => {
  const report = async (config: string): Promise<string> => {
    const folder = await temporaryFolder({ "offprint.config.ts": config, "a.md": "# A\n\nText.\n" });
    const { diagnostics } = await build({ cwd: folder, sources: "a.md", editions: ["web"], cache: false });
    return printDiagnostics(diagnostics);
  };
  expect(await report("export default {\n  strict: true,\n  shraed: 1,\n};\n")).toMatch(/^offprint\.config\.ts:3:3 /);
  expect(await report('export default {\n  jobs: "x",\n  rules: { headingOrder: "of" },\n};\n')).toContain(
    "offprint.config.ts:3:12 error configShape",
  );
  expect(await report('export default { brand: {\n  logo: { light: "none.svg", alt: "A" },\n} };\n')).toContain(
    "offprint.config.ts:2:3 error configShape",
  );
  expect(await report('export default {\n  brand: { colours: { accent: "#eeeeee" } },\n};\n')).toContain(
    "offprint.config.ts:2:12 warning brandContrast",
  );
  expect(await report('export default {\n  shared: "nowhere",\n};\n')).toContain("offprint.config.ts:2:3 error");
  expect(await report("export default {\n  plugins: [\n    { name: 1 },\n  ],\n};\n")).toContain(
    "offprint.config.ts:3:5 ",
  );
});

test("a folder without a configuration has no place for its keys", async () => {
  const at = await configLocation(worldIn(await temporaryFolder({})));
  expect(at("brand")).toEqual({ file: "the options" });
});
