import { join } from "node:path";
import { expect, test } from "vitest";
import { loadTemplate } from "../../src/template/load.ts";
import { missingGlyphs } from "../../src/template/missing-glyphs.ts";
import { worldIn } from "../support/world.ts";

const told = async (characters: string, languages: readonly string[]): Promise<string[]> => {
  const world = worldIn("/");
  const template = await loadTemplate(world, [join(world.host.toolFolder, "templates")], "handout");
  if (!template.ok) throw new Error("no template");
  // Whether a package is installed on this machine does not matter.
  const fonts = template.value.settings.fonts.map((font) =>
    font.files ? font : { ...font, package: font.package.replace(/^@/, "@no-") },
  );
  const absent = { ...template.value, settings: { ...template.value.settings, fonts } };
  return missingGlyphs(Array.from(characters), absent, [], languages).map(
    ({ message, hint }) => `${message} ${hint ?? ""}`,
  );
};

test("a character of several languages is asked of the package for the document's language", async () => {
  for (const [language, name] of [
    ["ja", "jp"],
    ["zh", "sc"],
    ["zh-TW", "tc"],
    ["ko", "kr"],
    ["en", "sc"],
  ] as const) {
    expect(await told("\u6570", ["en", language])).toEqual([
      `No font of the template has "\u6570" (U+6570). Run: npm install @no-fontsource/noto-serif-${name}`,
    ]);
  }
});

test("each package is named once, and each script that no package has", async () => {
  const found = await told("\u0E2A\u0E27\u{1F642}\u05D0\u0995\u0996\u13A0\u0C85", ["en"]);
  expect(found.map((one) => /noto-[\w-]+|paper/.exec(one)?.[0])).toEqual([
    "noto-serif-thai",
    "noto-emoji",
    "noto-serif-hebrew",
    "noto-serif-bengali",
    "paper",
    "noto-sans-kannada",
  ]);
  expect(found[0]).toContain(", nor 1 other.");
});
