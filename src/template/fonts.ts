import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";
import { note } from "../diagnostics/note.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SubsetFont } from "../model/page.ts";
import type { World } from "../model/world.ts";
import type { Template } from "./load.ts";

/** The characters a document uses, apart for text, code and formulas. */
export interface UsedCharacters {
  readonly text: string;
  readonly code: string;
  readonly math: string;
}

/** CSS `unicode-range` by the name of the subset. */
type Ranges = Readonly<Record<string, string>>;

const require = createRequire(import.meta.url);

/** Every face of the template's families, cut down to what is used; faces and ranges without a use are left out. */
export async function subsetFonts(
  world: World,
  template: Template,
  used: UsedCharacters,
): Promise<Outcome<SubsetFont[]>> {
  const fonts: SubsetFont[] = [];
  for (const family of template.settings.fonts) {
    const characters = used[family.for];
    if (characters === "") continue;
    const folder = packageFolder(family.package);
    if (folder === undefined) {
      return fail(
        note(
          "templateShape",
          `The font package ${family.package} is not installed.`,
          `Run: npm install ${family.package}`,
        ),
      );
    }
    const told = JSON.parse(new TextDecoder().decode(await world.disk.read(join(folder, "unicode.json")))) as Ranges;
    // Faces for formulas come in one piece, whatever the package says of them.
    const ranges: Ranges = family.for === "math" ? { latin: "U+0-10FFFF" } : told;
    for (const [subset, unicodeRange] of Object.entries(ranges)) {
      const wanted = Array.from(characters).filter(inRange(unicodeRange)).join("");
      if (wanted === "") continue;
      for (const face of family.faces)
        fonts.push(await cutFace(world, folder, family, subset, unicodeRange, face, wanted));
    }
  }
  return succeed(fonts);
}

async function cutFace(
  world: World,
  folder: string,
  family: Template["settings"]["fonts"][number],
  subset: string,
  unicodeRange: string,
  face: string,
  characters: string,
): Promise<SubsetFont> {
  const [weight = "400", italic] = face.split(" ");
  const style = italic === undefined ? "normal" : "italic";
  const fileName = `${family.package.replace("@fontsource/", "")}-${subset}-${weight}-${style}.woff2`;
  const whole = await world.disk.read(join(folder, "files", fileName));
  const bytes = await subsetFont(Buffer.from(whole), characters, { targetFormat: "woff2" });
  return { family: family.family, style, weight: Number(weight), unicodeRange, bytes: new Uint8Array(bytes), fileName };
}

/** The folder of an installed package of fonts. */
export function packageFolder(name: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/unicode.json`));
  } catch {
    return undefined;
  }
}

/** Whether a character is in a CSS `unicode-range` (CSS Fonts 4, §5.1.6). */
function inRange(unicodeRange: string): (character: string) => boolean {
  const spans = unicodeRange.split(",").map((part) => {
    const [first = "0", last = first] = part.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return spans.some(([first, last]) => code >= first && code <= last);
  };
}

/** `@font-face` rules; `address` gives the `url()` of a face. */
export function fontFaces(fonts: readonly SubsetFont[], address: (font: SubsetFont) => string): string {
  return fonts
    .map(
      (font) =>
        `@font-face{font-family:"${font.family}";font-style:${font.style};font-weight:${font.weight};font-display:swap;` +
        `src:url(${address(font)}) format("woff2");unicode-range:${font.unicodeRange}}`,
    )
    .join("\n");
}
