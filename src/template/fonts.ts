import type { EditionName } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { SubsetFont } from "../model/page.ts";
import type { World } from "../model/world.ts";
import { coveredBy } from "./coverage.ts";
import { subsetFamily, type FontTools, isThere } from "./subset-family.ts";
import type { Family } from "./family.ts";
import { subsetFont } from "./subset-font.ts";
import type { Template } from "./load.ts";
import { counterSigns, needsGlyph, oddityOf, scriptIn, scriptOf, writtenIn } from "./scripts.ts";
import { marksFamily, onlyMarks, wideMarksOf } from "./wide-marks.ts";

/** The characters that a document uses. */
export interface UsedCharacters {
  /** All characters. */
  readonly text: string;
  /** Characters in code. */
  readonly code: string;
  /** Characters in formulas. */
  readonly math: string;
  /** The languages of the document and its parts (BCP 47). */
  readonly languages: readonly string[];
}

/** What fonts are subset for. */
export interface SubsetOptions {
  /** The editions whose designs have their own families. */
  readonly wanted?: readonly EditionName[];
}

/**
 * Subsets all fonts of the template's families to the used characters; unused fonts and ranges are omitted. A family
 * for certain scripts is used if its package is installed: for what the others lack and, where Chinese and Japanese
 * share a character, for the script of the document's languages. The family for formulas also supplies the arrows,
 * signs and lines of the text and code that no other family has. Families of edition designs are included for the
 * wanted editions.
 */
export async function subsetFonts(
  world: World,
  template: Template,
  used: UsedCharacters,
  { wanted = [] }: SubsetOptions = {},
): Promise<Outcome<SubsetFont[]>> {
  const families = template.settings.fonts.filter(({ designs }) => designs === undefined);
  const read = (path: string) => world.disk.read(path);
  const subset = async (path: string, characters: string) => subsetFont(world, await read(path), characters);
  const tools: FontTools = { read, subset };
  const fonts: SubsetFont[] = [];
  for (const family of families.filter(({ scripts, for: use }) => scripts === undefined && use !== "math")) {
    const characters = used[family.for];
    if (characters === "") continue;
    const added = await subsetFamily(tools, family, characters);
    if (!added.ok) return added;
    fonts.push(...added.value);
  }
  const scripts = new Set(used.languages.map(scriptOf));
  const isForDocument = (family: Family): boolean => family.scripts?.some((script) => scripts.has(script)) ?? false;
  const optional = families.filter((family) => family.scripts !== undefined);
  const basic = coveredBy(fonts);
  // No family is looked for to draw the signs of lists and counters, which are added to every text.
  const isLacking = (character: string): boolean =>
    needsGlyph(character) && !basic.has(character) && !counterSigns.includes(character);
  const lacking = Array.from(used.text).filter(isLacking);
  const covered = new Set<string>();
  for (const family of [
    ...optional.filter(isForDocument),
    ...optional.filter((candidate) => !isForDocument(candidate)),
  ]) {
    const belongs = writtenIn(family.scripts ?? []);
    const characters = lacking.filter(
      (character) => belongs(character) && (isForDocument(family) || !covered.has(character)),
    );
    if (characters.length === 0 || !isThere(family)) continue;
    const added = await subsetFamily(tools, family, characters.join(""));
    if (!added.ok) return added;
    for (const character of characters) covered.add(character);
    fonts.push(...added.value);
    const marks = wideMarksOf(family);
    if (!isForDocument(family) || marks === "") continue;
    const wide = await subsetFamily(tools, { ...family, family: marksFamily(family.family) }, marks, "only these");
    if (!wide.ok) return wide;
    fonts.push(...onlyMarks(wide.value, marks));
  }
  const signs = lacking.filter((character) => !covered.has(character) && isSign(character)).join("");
  for (const family of families.filter(({ for: use }) => use === "math")) {
    if (used.math + signs === "") continue;
    const added = await subsetFamily(tools, family, used.math + signs);
    if (!added.ok) return added;
    const isEmpty = used.math === "" && coveredBy(added.value).size === 0;
    if (!isEmpty) fonts.push(...added.value);
  }
  for (const family of template.settings.fonts.filter((font) => wanted.some((name) => isForDesign(font, name)))) {
    const added = await subsetFamily(tools, family, used[family.for]);
    if (!added.ok) return added;
    fonts.push(...added.value);
  }
  return succeed(fonts);
}

/** Reports whether a character is an arrow, a sign or a line, as fonts for formulas have them: none of one script. */
function isSign(character: string): boolean {
  return scriptIn(character) === undefined && oddityOf(character) === undefined;
}

function isForDesign({ designs }: Pick<SubsetFont, "designs">, edition: EditionName): boolean {
  const { design } = editionOf(edition);
  return design !== undefined && (designs?.includes(design) ?? false);
}

/** Returns an edition's fonts, without those of other editions' designs. */
export function fontsFor(fonts: readonly SubsetFont[], edition: EditionName): SubsetFont[] {
  return fonts.filter((font) => font.designs === undefined || isForDesign(font, edition));
}

/**
 * Returns `@font-face` rules; `address` returns the `url()` of a font. The faces come with the document: text that was
 * shown in another face first would move.
 */
export function fontFaces(
  fonts: readonly SubsetFont[],
  address: (font: SubsetFont) => string,
  format: "woff2" | "truetype" = "woff2",
): string {
  return fonts
    .map(
      (font) =>
        `@font-face{font-family:"${font.family}";font-style:${font.style};font-weight:${font.weight};font-display:block;` +
        `src:url(${address(font)}) format("${format}")${font.unicodeRange === "" ? "" : `;unicode-range:${font.unicodeRange}`}}`,
    )
    .join("\n");
}
