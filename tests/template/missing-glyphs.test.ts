import { join } from "node:path";
import { expect, test } from "vitest";
import { loadTemplate } from "../../src/template/load.ts";
import { missingGlyphs } from "../../src/template/missing-glyphs.ts";
import { worldIn } from "../support/world.ts";

const messagesFor = async (characters: string, languages: readonly string[]): Promise<string[]> => {
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
    expect(await messagesFor("\u6570", ["en", language])).toEqual([
      `No font of the template has "\u6570" (U+6570). Run: npm install @no-fontsource/noto-serif-${name}`,
    ]);
  }
});

test("each package is named once, and each script that no package has", async () => {
  const found = await messagesFor("\u0E2A\u0E27\u{1F642}\u05D0\u0995\u0996\u{10330}\u0C85", ["en"]);
  expect(found.map((text) => /noto-[\w-]+|paper/.exec(text)?.[0])).toEqual([
    "noto-serif-thai",
    "noto-emoji",
    "noto-serif-hebrew",
    "noto-serif-bengali",
    "paper",
    "noto-sans-kannada",
  ]);
  expect(found[0]).toContain(", nor 1 other.");
});

test("one package for each script that a font package is known of", async () => {
  const scripts: Record<string, string> = {
    "\u0F56": "noto-serif-tibetan",
    "\u13A0": "noto-sans-cherokee",
    "\u1403": "noto-sans-canadian-aboriginal",
    "\u0710": "noto-sans-syriac",
    "\u078B": "noto-sans-thaana",
    "\u182E": "noto-sans-mongolian",
    "\u07D2": "noto-sans-nko",
    "\uA188": "noto-sans-yi",
    "\u{12000}": "noto-sans-cuneiform",
    "\u{13000}": "noto-sans-egyptian-hieroglyphs",
    "\u16A0": "noto-sans-runic",
    "\u2803": "noto-sans-symbols-2",
    "\u1019": "noto-serif-myanmar",
    "\u12A0": "noto-sans-ethiopic",
    "\u10E5": "noto-serif-georgian",
    "\u0D2E": "noto-serif-malayalam",
  };
  const found = await messagesFor(Object.keys(scripts).join(""), ["en"]);
  expect(found.map((text) => /noto-[\w-]+/.exec(text)?.[0])).toEqual(Object.values(scripts));
});

test("describes code points that are no characters, in any language", async () => {
  for (const language of ["en", "ja", "zh-Hant", "ko"]) {
    const found = await messagesFor("\uFFFD\uE000\u{F0000}\u0378\u{2FFFF}\u{2A700}\u{31350}\u{20BB7}", [language]);
    expect(found).toEqual([
      expect.stringContaining("(U+FFFD). This character marks one that was lost"),
      expect.stringContaining("(U+E000), nor 1 other. It has a meaning in one font only (private use)"),
      expect.stringContaining("(U+0378), nor 1 other. Unicode has no such character."),
      expect.stringContaining("(U+2A700), nor 2 others. Few fonts have it."),
    ]);
  }
});
