import { editionOf } from "../model/every-edition.ts";
import type { EditionName } from "../model/edition.ts";
import type { SubsetFont } from "../model/page.ts";
import type { Family, TemplateSettings } from "./family.ts";
import { scriptOf } from "./scripts.ts";

/**
 * Marks that Chinese and Japanese share with Latin text but set full-width (W3C, Requirements for Chinese Text Layout,
 * 3.1); Latin fonts have them too, but narrow. By ISO 15924 script.
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
  // Japanese fonts have quotation marks of Latin width.
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
  /** System fonts with full-width marks, by full names or PostScript names. */
  readonly system: readonly string[];
}

/** Returns the marks that a family for some scripts must supply in place of a Latin family. */
export function wideMarksOf({ scripts = [] }: Pick<Family, "scripts">): string {
  return scripts.map((script) => marks[script]?.characters ?? "").join("");
}

/** Returns the name of the family with only a family's wide marks. */
export function marksFamily(family: string): string {
  return `${family} Marks`;
}

/** Returns, of a family's subsets for wide marks, those with the most of them, restricted to these marks. */
export function onlyMarks(cuts: readonly SubsetFont[], characters: string): SubsetFont[] {
  const unicodeRange = rangeOf(characters);
  const largest = cuts.reduce((most, { bytes }) => Math.max(most, bytes.length), 0);
  const range = cuts.find(({ bytes }) => bytes.length === largest)?.unicodeRange;
  return cuts
    .filter((cut) => cut.unicodeRange === range)
    .map((cut) => ({ ...cut, unicodeRange, fileName: `marks-${cut.fileName}` }));
}

function rangeOf(characters: string): string {
  return Array.from(characters, (character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`).join(",");
}

/** Returns the family of a language's wide marks, if there is one. */
export function mainMarks({ fonts }: Pick<TemplateSettings, "fonts">, language: string): string | undefined {
  const family = fonts.find((font) => wideMarksOf(font) !== "" && font.scripts?.includes(scriptOf(language) ?? ""));
  return family && marksFamily(family.family);
}

/** Elements of running text; others have a font of their own. */
const inText = ["p", "span", "div", "blockquote", "li", "dd", "dt", "td", "em", "i", "strong", "b", "q", "cite", "bdi"];
const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

/**
 * Puts wide marks first in style sheets: everywhere in a publication in such a language, and otherwise in the parts in
 * one. Selectors are limited to those that every reading system supports.
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
  // Some reading systems ignore style sheets that use `unicode-range`.
  const ofSystem = main === undefined && medium !== "book" ? marks[script] : undefined;
  if (wide.length === 0 && !ofSystem) return css;
  const isOfDesign = ({ designs }: Family): boolean => design !== undefined && (designs?.includes(design) ?? false);
  const latin = families.filter((family) => family.scripts === undefined && family.for === "text");
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
      .flatMap((each) => marks[each]?.languages ?? [])
      .map((name) => rule(`[lang|="${name}"]`, marksFamily(family), family)),
  );
  return [
    ...(ofSystem ? [systemFace(ofSystem)] : []),
    own,
    ...(chosen ? [rule("[lang]")] : []),
    ...parts,
    `.narrow-mark${stack(text)}`,
    `${headings.map((selector) => `${selector} .narrow-mark`).join(",")}${stack(label)}`,
    `[data-faces="sans"] .narrow-mark${stack(label)}`,
  ].join("\n");
}

/** Returns a `@font-face` rule with marks of the reader's own fonts, for scripts without an installed family. */
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
