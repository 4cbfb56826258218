import type { EditionName } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { SubsetFont } from "../model/page.ts";
import type { World } from "../model/world.ts";
import { coveredBy } from "./coverage.ts";
import { cutFamily, type FontTools, isThere } from "./cut-family.ts";
import type { Family } from "./family.ts";
import { subsetFont } from "./subset-font.ts";
import type { Template } from "./load.ts";
import { needsGlyph, scriptOf, writtenIn } from "./scripts.ts";
import { marksFamily, onlyMarks, wideMarksOf } from "./wide-marks.ts";

/** The characters a document uses. */
export interface UsedCharacters {
  /** All of them. */
  readonly text: string;
  /** Those in code. */
  readonly code: string;
  /** Those in formulas. */
  readonly math: string;
  /** The languages it says that it is in (BCP 47). */
  readonly languages: readonly string[];
}

/** What fonts are cut for. */
export interface SubsetOptions {
  /** The editions whose designs have families of their own. */
  readonly wanted?: readonly EditionName[];
}

/**
 * Every face of the template's families, cut down to what is used; faces and ranges without a use are left out. A
 * family for certain scripts is taken where its package is installed: for what the others lack, and, where Chinese and
 * Japanese share a character, for what is written in the script of the document's languages. Families for designs of editions
 * are taken for the editions that are wanted.
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
  for (const family of families.filter(({ scripts }) => scripts === undefined)) {
    const characters = used[family.for];
    if (characters === "") continue;
    const cut = await cutFamily(tools, family, characters);
    if (!cut.ok) return cut;
    fonts.push(...cut.value);
  }
  const scripts = new Set(used.languages.map(scriptOf));
  const isSpoken = (family: Family): boolean => family.scripts?.some((script) => scripts.has(script)) ?? false;
  const optional = families.filter((family) => family.scripts !== undefined);
  const basic = coveredBy(fonts);
  const lacking = Array.from(used.text).filter((character) => needsGlyph(character) && !basic.has(character));
  const given = new Set<string>();
  for (const family of [...optional.filter(isSpoken), ...optional.filter((one) => !isSpoken(one))]) {
    const belongs = writtenIn(family.scripts ?? []);
    const characters = lacking.filter((one) => belongs(one) && (isSpoken(family) || !given.has(one)));
    if (!isThere(family) || characters.length === 0) continue;
    const cut = await cutFamily(tools, family, characters.join(""));
    if (!cut.ok) return cut;
    for (const character of characters) given.add(character);
    fonts.push(...cut.value);
    const marks = wideMarksOf(family);
    if (!isSpoken(family) || marks === "") continue;
    // A family for code is given no letters that it was not asked for.
    const wide = await cutFamily(tools, { ...family, family: marksFamily(family.family), for: "code" }, marks);
    if (!wide.ok) return wide;
    fonts.push(...onlyMarks(wide.value, marks));
  }
  for (const family of template.settings.fonts.filter((one) => wanted.some((name) => isForDesign(one, name)))) {
    const cut = await cutFamily(tools, family, used[family.for]);
    if (!cut.ok) return cut;
    fonts.push(...cut.value);
  }
  return succeed(fonts);
}

function isForDesign({ designs }: Pick<SubsetFont, "designs">, edition: EditionName): boolean {
  const { design } = editionOf(edition);
  return design !== undefined && (designs?.includes(design) ?? false);
}

/** The faces that an edition is set in: not those that are for the designs of others. */
export function fontsFor(fonts: readonly SubsetFont[], edition: EditionName): SubsetFont[] {
  return fonts.filter((font) => font.designs === undefined || isForDesign(font, edition));
}

/** `@font-face` rules; `address` gives the `url()` of a face. */
export function fontFaces(
  fonts: readonly SubsetFont[],
  address: (font: SubsetFont) => string,
  format: "woff2" | "truetype" = "woff2",
): string {
  return fonts
    .map(
      (font) =>
        `@font-face{font-family:"${font.family}";font-style:${font.style};font-weight:${font.weight};font-display:swap;` +
        `src:url(${address(font)}) format("${format}")${font.unicodeRange === "" ? "" : `;unicode-range:${font.unicodeRange}`}}`,
    )
    .join("\n");
}
