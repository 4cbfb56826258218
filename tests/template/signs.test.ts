import { join } from "node:path";
import { expect, test } from "vitest";
import { coveredBy } from "../../src/template/coverage.ts";
import { subsetFonts } from "../../src/template/fonts.ts";
import { loadTemplate } from "../../src/template/load.ts";
import { worldIn } from "../support/world.ts";

const fontsFor = async (text: string) => {
  const world = worldIn("/");
  const template = await loadTemplate(world, [join(world.host.toolFolder, "templates")], "handout");
  if (!template.ok) throw new Error("no template");
  const fonts = await subsetFonts(world, template.value, { text, code: text, math: "", languages: ["en"] });
  if (!fonts.ok) throw new Error("no fonts");
  return fonts.value;
};

test("arrows, signs and lines that the text faces lack come from the face for formulas", async () => {
  const signs = "→ ≥ ≠ ∞ ∙ ○ ★ ✓ ☐ ⌘ ├ └ │ ─ ℂ";
  const covered = coveredBy(await fontsFor(`x ${signs}`));
  expect(signs.split(" ").filter((sign) => !covered.has(sign))).toEqual([]);
});

test("the face for formulas is not carried by a text that needs none of its signs", async () => {
  const families = async (text: string) => new Set((await fontsFor(text)).map(({ family }) => family));
  expect(await families("x – y")).not.toContain("STIX Two Math");
  expect(await families("x ↠ y")).toContain("STIX Two Math");
  // None of its signs: an emoji, a letter of another script.
  expect(await families("x \u{1F600} \u1782")).not.toContain("STIX Two Math");
});
