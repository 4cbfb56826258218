import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { EditionName } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SubsetFont } from "../model/page.ts";
import type { World } from "../model/world.ts";
import { coveredBy } from "./coverage.ts";
import { subsetFont } from "./subset-font.ts";
import type { Template } from "./load.ts";
import { needsGlyph, scriptOf, writtenIn } from "./scripts.ts";
import { shapingForms } from "./shaping-forms.ts";

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

type Family = Template["settings"]["fonts"][number];

const require = createRequire(import.meta.url);

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
  const tools: Tools = { read, subset: async (path, characters) => subsetFont(world, await read(path), characters) };
  const fonts: SubsetFont[] = [];
  for (const family of families.filter(({ scripts }) => scripts === undefined)) {
    const characters = used[family.for];
    if (characters === "") continue;
    const folder = packageFolder(family.package);
    if (folder === undefined) return fail(notInstalled(family));
    fonts.push(...(await cutFamily(tools, folder, family, characters)));
  }
  const scripts = new Set(used.languages.map(scriptOf));
  const isSpoken = (family: Family): boolean => family.scripts?.some((script) => scripts.has(script)) ?? false;
  const optional = families.filter((family) => family.scripts !== undefined);
  const basic = coveredBy(fonts);
  const lacking = Array.from(used.text).filter((character) => needsGlyph(character) && !basic.has(character));
  const given = new Set<string>();
  for (const family of [...optional.filter(isSpoken), ...optional.filter((one) => !isSpoken(one))]) {
    const folder = packageFolder(family.package);
    const belongs = writtenIn(family.scripts ?? []);
    const characters = lacking.filter((one) => belongs(one) && (isSpoken(family) || !given.has(one)));
    if (folder === undefined || characters.length === 0) continue;
    for (const character of characters) given.add(character);
    fonts.push(...(await cutFamily(tools, folder, family, characters.join(""))));
  }
  for (const family of template.settings.fonts.filter((one) => wanted.some((name) => isForDesign(one, name)))) {
    const folder = packageFolder(family.package);
    if (folder === undefined) return fail(notInstalled(family));
    fonts.push(...(await cutFamily(tools, folder, family, used[family.for])));
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

function notInstalled({ package: name }: Family): Diagnostic {
  return diagnostic("templateShape", `The font package ${name} is not installed.`, `Run: npm install ${name}`);
}

interface Tools {
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly subset: (path: string, characters: string) => Promise<Uint8Array>;
}

async function cutFamily(tools: Tools, folder: string, family: Family, characters: string): Promise<SubsetFont[]> {
  const text = new TextDecoder().decode(await tools.read(join(folder, "unicode.json")));
  const licence = await licenceOf(tools, folder, family);
  const fonts: SubsetFont[] = [];
  const told = JSON.parse(text) as Record<string, string>;
  // Faces for formulas come in one piece, whatever the package says of them.
  const ranges = family.for === "math" ? { latin: "U+0-10FFFF" } : told;
  for (const [subset, range] of Object.entries(ranges)) {
    const used = Array.from(characters).filter(inRange(range));
    if (used.length === 0) continue;
    const wanted = withBasics(family, [...used, ...shapingForms(used)], inRange(range));
    for (const face of family.faces)
      fonts.push({ ...(await subsetFile(tools, folder, family, subset, range, face, wanted)), licence });
  }
  return fonts;
}

/**
 * Texts in Latin letters nearly all use most of ASCII. With all of it, their subsets are the same: a face is subset once for
 * a run, and an edit rarely asks for another.
 */
function withBasics(family: Family, used: readonly string[], isInRange: (character: string) => boolean): string {
  const basics = family.for === "text" ? ascii.filter(isInRange) : [];
  return [...new Set([...used, ...basics])].toSorted().join("");
}

/** From the space to the tilde, and the marks of typography. */
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).concat(
  Array.from("\u00A0\u00AD–—‘’“”…•"),
);

async function licenceOf(tools: Tools, folder: string, family: Family): Promise<SubsetFont["licence"]> {
  const text = new TextDecoder().decode(await tools.read(join(folder, "LICENSE")));
  return { fileName: `${family.package.replace("@fontsource/", "")}-license.txt`, text };
}

async function subsetFile(
  { subset: subsetFace }: Tools,
  folder: string,
  family: Family,
  subset: string,
  unicodeRange: string,
  face: string,
  characters: string,
): Promise<Omit<SubsetFont, "licence">> {
  const [weight = "400", italic] = face.split(" ");
  const style = italic === undefined ? "normal" : "italic";
  // A range without a name of its own is "[12]" in the list and "12" in the file's name.
  const range = subset.replaceAll(/[[\]]/g, "");
  const fileName = `${family.package.replace("@fontsource/", "")}-${range}-${weight}-${style}`;
  const bytes = await subsetFace(join(folder, "files", `${fileName}.woff2`), characters);
  const { designs } = family;
  return {
    family: family.family,
    designs,
    style,
    weight: Number(weight),
    unicodeRange,
    bytes,
    fileName: `${fileName}.ttf`,
  };
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
