import { basename, dirname, join } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { packageFile } from "../model/optional-package.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SubsetFont } from "../model/page.ts";
import type { Family } from "./family.ts";
import { shapingForms } from "./shaping-forms.ts";

/** Reads and subsets a font file. */
export interface FontTools {
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly subset: (path: string, characters: string) => Promise<Uint8Array>;
}

/** Whether a subset has the basic characters too. */
type Extent = "with basics" | "only these";

/** Subsets a family's fonts to some characters. */
export async function subsetFamily(
  tools: FontTools,
  family: Family,
  characters: string,
  extent: Extent = family.for === "math" ? "only these" : "with basics",
): Promise<Outcome<SubsetFont[]>> {
  try {
    return family.files
      ? await subsetFiles(tools, family, characters, extent)
      : await subsetPackage(tools, family, characters, extent);
  } catch (error) {
    const { code, path = "", message } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? `there is no file ${basename(path)}` : message;
    return fail(diagnostic("templateShape", `The fonts of "${family.family}" cannot be read: ${reason}.`));
  }
}

/** Reports whether the family is available. */
export function isThere(family: Family): boolean {
  return family.files !== undefined || packageFolder(family.package) !== undefined;
}

type PackageFamily = Extract<Family, { readonly package: string }>;
type FileFamily = Exclude<Family, PackageFamily>;

async function subsetPackage(
  tools: FontTools,
  family: PackageFamily,
  characters: string,
  extent: Extent,
): Promise<Outcome<SubsetFont[]>> {
  const folder = packageFolder(family.package);
  if (folder === undefined) {
    const name = family.package;
    return fail(diagnostic("templateShape", `The font package ${name} is not installed.`, `Run: npm install ${name}`));
  }
  const text = new TextDecoder().decode(await tools.read(join(folder, "unicode.json")));
  const licence = await licenceOf(tools, folder, family);
  const fonts: SubsetFont[] = [];
  const declared = JSON.parse(text) as Record<string, string>;
  // Math fonts come in one file, whatever their package says.
  const ranges = family.for === "math" ? { latin: "U+0-10FFFF" } : declared;
  for (const [subset, range] of Object.entries(ranges)) {
    const isInRange = inRange(range);
    const used = Array.from(characters).filter((character) => !isControl(character) && isInRange(character));
    if (used.length === 0) continue;
    const wanted = withBasics(extent, [...used, ...shapingForms(used)], isInRange);
    for (const face of family.faces)
      fonts.push({ ...(await subsetFile(tools, folder, family, subset, range, face, wanted)), licence });
  }
  return succeed(fonts);
}

/** Each file contains a whole font. */
async function subsetFiles(
  tools: FontTools,
  family: FileFamily,
  characters: string,
  extent: Extent,
): Promise<Outcome<SubsetFont[]>> {
  const { files, licence: path, designs } = family;
  const name = family.family.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  const text = path === undefined ? "" : new TextDecoder().decode(await tools.read(path));
  const licence = { fileName: `${name}-license.txt`, text };
  const used = Array.from(characters).filter((character) => !isControl(character));
  const wanted = withBasics(extent, [...used, ...shapingForms(used)], () => true);
  const fonts = Object.entries(files).map(async ([face, file]): Promise<SubsetFont> => {
    const { weight, style } = readFace(face);
    const bytes = await tools.subset(file, wanted).catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") throw error;
      return undefined;
    });
    if (!bytes || !isFont(bytes)) throw new Error(`"${basename(file)}" is damaged, or not TrueType or WOFF 2`);
    const fileName = `${name}-${weight}-${style}.ttf`;
    return { family: family.family, designs, style, weight, unicodeRange: "", bytes, fileName, licence };
  });
  return succeed(await Promise.all(fonts));
}

/** Reports whether all tables are present that a TrueType font needs here (OpenType 1.9, Required Tables). */
function isFont(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = bytes.length < 12 ? 0 : Math.min(view.getUint16(4), Math.floor((bytes.length - 12) / 16));
  const tags = Array.from({ length: tables }, (_, index) =>
    String.fromCharCode(...bytes.subarray(12 + 16 * index, 16 + 16 * index)),
  );
  return ["cmap", "glyf", "head", "hhea", "hmtx", "maxp"].every((tag) => tags.includes(tag));
}

function readFace(face: string): Pick<SubsetFont, "weight" | "style"> {
  const [weight = "400", italic] = face.split(" ");
  return { weight: Number(weight), style: italic === undefined ? "normal" : "italic" };
}

/**
 * Adds most of ASCII, which nearly all Latin texts and much code use. With it their subsets are the same: each font is subset once
 * per run, and edits rarely need another.
 */
function withBasics(extent: Extent, used: readonly string[], isInRange: (character: string) => boolean): string {
  const basics = extent === "with basics" ? ascii.filter(isInRange) : [];
  return [...new Set([...used, ...basics])].toSorted().join("");
}

/** Printable ASCII, typographic punctuation, and the signs that layouts and footnotes add. */
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index)).concat(
  Array.from("\u00A0\u00AD·–—‘’“”…•↑−"),
);

async function licenceOf(tools: FontTools, folder: string, family: PackageFamily): Promise<SubsetFont["licence"]> {
  const text = new TextDecoder().decode(await tools.read(join(folder, "LICENSE")));
  return { fileName: `${family.package.replace("@fontsource/", "")}-license.txt`, text };
}

async function subsetFile(
  { subset: subsetFace }: FontTools,
  folder: string,
  family: PackageFamily,
  subset: string,
  unicodeRange: string,
  face: string,
  characters: string,
): Promise<Omit<SubsetFont, "licence">> {
  const { weight, style } = readFace(face);
  // An unnamed range is "[12]" in the list and "12" in the file name.
  const range = subset.replaceAll(/[[\]]/g, "");
  const fileName = `${family.package.replace("@fontsource/", "")}-${range}-${weight}-${style}`;
  const bytes = await subsetFace(join(folder, "files", `${fileName}.woff2`), characters);
  const { designs } = family;
  return {
    family: family.family,
    designs,
    style,
    weight,
    unicodeRange,
    bytes,
    fileName: `${fileName}.ttf`,
  };
}

/** Returns the folder of an installed font package. */
export function packageFolder(name: string): string | undefined {
  const ranges = packageFile(`${name}/unicode.json`);
  return ranges && dirname(ranges);
}

/** Line ends have no glyphs. */
const isControl = (character: string): boolean => /\p{Cc}/u.test(character);

/** Returns a function that tests a character against a CSS `unicode-range` (CSS Fonts 4, §5.1.6). */
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
