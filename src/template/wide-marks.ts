import { editionOf } from "../model/every-edition.ts";
import type { EditionName } from "../model/edition.ts";
import type { SubsetFont } from "../model/page.ts";
import type { Family, TemplateSettings } from "./family.ts";
import { scriptOf } from "./scripts.ts";

/**
 * Marks that Chinese and Japanese share with Latin letters and set as wide as their own (W3C, Requirements for Chinese
 * Text Layout, 3.1): a family for Latin letters has them, too, as narrow as it needs them. By scripts, ISO 15924.
 */
const marks: Readonly<Record<string, Marks>> = {
  Hans: {
    characters: "“”‘’…—",
    languages: ["zh"],
    system:
      `Noto Serif CJK SC|NotoSerifCJKsc-Regular|Source Han Serif SC|Songti SC|STSongti-SC-Regular|SimSun|Noto Sans CJK SC|
      NotoSansCJKsc-Regular|PingFangSC-Regular|Microsoft YaHei|WenQuanYi Zen Hei|Droid Sans Fallback`.split(/\|\s*/),
  },
  Hant: {
    characters: "“”‘’…—",
    languages: ["zh-Hant", "zh-TW", "zh-HK", "zh-MO", "yue"],
    system:
      `Noto Serif CJK TC|NotoSerifCJKtc-Regular|Source Han Serif TC|Songti TC|STSongti-TC-Regular|PMingLiU|Noto Sans CJK TC|
      NotoSansCJKtc-Regular|PingFangTC-Regular|Microsoft JhengHei|Droid Sans Fallback`.split(/\|\s*/),
  },
  // Families for Japanese have quotation marks of the width of Latin ones.
  Jpan: {
    characters: "…‥—―",
    languages: ["ja"],
    system:
      `Noto Serif CJK JP|NotoSerifCJKjp-Regular|Source Han Serif|HiraMinProN-W3|Yu Mincho|MS Mincho|Noto Sans CJK JP|
      NotoSansCJKjp-Regular|HiraginoSans-W3|Yu Gothic`.split(/\|\s*/),
  },
};

interface Marks {
  readonly characters: string;
  /** BCP 47. */
  readonly languages: readonly string[];
  /** Fonts of systems that have them wide, by full names or PostScript names. */
  readonly system: readonly string[];
}

/** The marks that a family for some scripts has to give in place of a family for Latin letters. */
export function wideMarksOf({ scripts = [] }: Pick<Family, "scripts">): string {
  return scripts.map((script) => marks[script]?.characters ?? "").join("");
}

/** The family that has a family's wide marks alone. */
export function marksFamily(family: string): string {
  return `${family} Marks`;
}

/** Of the cuts of a family for wide marks those with the most of them, and nothing else is taken from them. */
export function onlyMarks(cuts: readonly SubsetFont[], characters: string): SubsetFont[] {
  const unicodeRange = rangeOf(characters);
  const largest = cuts.reduce((most, { bytes }) => Math.max(most, bytes.length), 0);
  const range = cuts.find(({ bytes }) => bytes.length === largest)?.unicodeRange;
  return cuts
    .filter((cut) => cut.unicodeRange === range)
    .map((cut) => ({ ...cut, unicodeRange, fileName: `marks-${cut.fileName}` }));
}

function rangeOf(characters: string): string {
  return Array.from(characters, (one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase()}`).join(",");
}

/** The family of the wide marks of a language, if there is one. */
export function mainMarks({ fonts }: Pick<TemplateSettings, "fonts">, language: string): string | undefined {
  const family = fonts.find((one) => wideMarksOf(one) !== "" && one.scripts?.includes(scriptOf(language) ?? ""));
  return family && marksFamily(family.family);
}

/** What a text stands in; what else stands in a face of its own. */
const inText = ["p", "span", "div", "blockquote", "li", "dd", "dt", "td", "em", "i", "strong", "b", "q", "cite", "bdi"];
const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

/**
 * Style sheets in which wide marks come first: everywhere in a publication in such a language, and in the parts that are
 * in one. Selectors are such as every reading system knows.
 */
export function withWideMarks(
  css: string,
  { fonts: families, typefaces }: TemplateSettings,
  edition: EditionName,
  fonts: readonly SubsetFont[],
  language: string,
): string {
  const used = new Set(fonts.map(({ family }) => family));
  const wide = families.filter(({ family }) => used.has(marksFamily(family)));
  const { design, medium } = editionOf(edition);
  const script = scriptOf(language) ?? "";
  const main = wide.find(({ scripts }) => scripts?.includes(script))?.family;
  // Some reading systems leave out a style sheet in which a range is.
  const ofSystem = main === undefined && medium !== "book" ? marks[script] : undefined;
  if (wide.length === 0 && !ofSystem) return css;
  const isOfDesign = ({ designs }: Family): boolean => design !== undefined && (designs?.includes(design) ?? false);
  const latin = families.filter((one) => one.scripts === undefined && one.for === "text");
  const text = families.find(isOfDesign)?.family ?? typefaces.text;
  const label = families.find(isOfDesign)?.family ?? typefaces.label;
  const others = families.filter(({ scripts, family }) => scripts && used.has(family)).map(({ family }) => family);
  const stack = (...first: string[]): string =>
    `{font-family:${[...new Set([...first, ...others])].map((name) => JSON.stringify(name)).join(",")},serif}`;
  const rule = (suffix: string, ...first: string[]): string =>
    [inText, headings]
      .map((elements, index) => selectors(elements, suffix) + stack(...first, index === 0 ? text : label))
      .join("");
  const chosen = main ?? (ofSystem && "System");
  const own = chosen === undefined ? css : latin.reduce((sheet, { family }) => behind(sheet, chosen, family), css);
  const parts = wide.flatMap(({ family, scripts = [] }) =>
    scripts
      .flatMap((one) => marks[one]?.languages ?? [])
      .map((name) => rule(`[lang|="${name}"]`, marksFamily(family), family)),
  );
  return [
    ...(ofSystem ? [systemFace(ofSystem)] : []),
    own,
    ...(chosen ? [rule("[lang]")] : []),
    ...parts,
    `.narrow-mark${stack(text)}`,
    `${headings.map((one) => `${one} .narrow-mark`).join(",")}${stack(label)}`,
    `[data-faces="sans"] .narrow-mark${stack(label)}`,
  ].join("\n");
}

/** Where no family for the script is installed, the marks of a font that the reader has. */
function systemFace({ characters, system }: Marks): string {
  const source = system.map((name) => `local(${JSON.stringify(name)})`).join(",");
  return `@font-face{font-family:"${marksFamily("System")}";src:${source};unicode-range:${rangeOf(characters)}}`;
}

function selectors(elements: readonly string[], suffix: string): string {
  return elements.map((element) => element + suffix).join(",");
}

function behind(css: string, wide: string, family: string): string {
  const name = JSON.stringify(family);
  return css.replaceAll(name, `${JSON.stringify(marksFamily(wide))}, ${name}`);
}
