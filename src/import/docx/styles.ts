import type { Element } from "xast";
import { elementAt, elementsOf, type Parts, readPart, valueAt } from "./parts.ts";

/** Role of a paragraph, according to the name of its style. */
export type BlockKind =
  | "quote"
  | "code"
  | "caption"
  | "term"
  | "definition"
  | "callout"
  | "callout-title"
  | "subtitle"
  | "author"
  | "date"
  | "abstract"
  | "contents";

/** Style names in Word, LibreOffice, pandoc and Offprint, in lower case without spaces. */
const kinds: readonly (readonly [BlockKind, RegExp])[] = [
  ["quote", /^(?:intense)?quot(?:e|ations?)$|^block(?:text|quote)$/],
  ["code", /^(?:source|code)(?:code|block|text)?$|^(?:html)?preformatted(?:text)?$|^macro(?:text)?$/],
  ["caption", /^(?:image|table|figure)?caption$|^(?:figure|table|illustration|drawing)$/],
  ["term", /^(?:definition)?term$|^listheading$/],
  ["definition", /^definition$|^listcontents$/],
  ["callout-title", /^callouttitle$/],
  ["callout", /^callout$/],
  ["subtitle", /^subtitle$/],
  ["author", /^(?:author|byline)s?$/],
  ["date", /^date$/],
  ["abstract", /^abstract$/],
  ["contents", /^toc(?:\d|heading)$|^contents(?:title|heading|\d)$|^tableoffigures$|^abstracttitle$/],
];

export interface WordStyle {
  readonly name: string;
  readonly kind?: BlockKind;
  /** Heading level, from 1. */
  readonly heading?: number;
  readonly list?: { readonly id: string; readonly level: number };
  /** In twentieths of a point. */
  readonly indent?: number;
  readonly isMonospaced: boolean;
}

export interface WordStyles {
  readonly get: (id: string | undefined) => WordStyle | undefined;
  /** Default language of the text. */
  readonly language?: string;
}

const monospaced = /courier|consolas|mono\b|menlo|lucida console|source code|inconsolata/i;

/** Reports whether a run, or the runs of a style, are in a monospaced font. */
export function isMonospaced(properties: Element | undefined): boolean {
  return monospaced.test(String(elementAt(properties, "w:rFonts")?.attributes["w:ascii"] ?? ""));
}

/** Returns the indentation, from any of its attributes. */
export function indentOf(properties: Element | undefined): number | undefined {
  const found = elementAt(properties, "w:ind")?.attributes;
  const indent = found?.["w:start"] ?? found?.["w:left"];
  return indent === undefined || indent === null ? undefined : Number(indent) || 0;
}

/** Returns the paragraph and character styles of a document, with inherited properties. */
export function readStyles(parts: Parts): WordStyles {
  const root = elementAt(readPart(parts, "word/styles.xml"), "w:styles");
  const byId = new Map(
    elementsOf(root, "w:style").map((element) => [String(element.attributes["w:styleId"]), element]),
  );
  const known = new Map<string, WordStyle>();
  const get = (id: string | undefined, depth = 0): WordStyle | undefined => {
    const element = id === undefined || depth > 20 ? undefined : byId.get(id);
    if (id === undefined || !element) return undefined;
    const base = get(valueAt(element, "w:basedOn"), depth + 1);
    const style = known.get(id) ?? toStyle(element, base);
    known.set(id, style);
    return style;
  };
  const language = valueAtLang(elementAt(root, "w:docDefaults", "w:rPrDefault", "w:rPr"));
  return { get: (id) => get(id), ...(language !== undefined && { language }) };
}

export function valueAtLang(properties: Element | undefined): string | undefined {
  return elementAt(properties, "w:lang")?.attributes["w:val"] ?? undefined;
}

function toStyle(element: Element, base: WordStyle | undefined): WordStyle {
  const name = valueAt(element, "w:name") ?? "";
  const plain = name.replaceAll(/[\s_-]/g, "").toLowerCase();
  const paragraph = elementAt(element, "w:pPr");
  const outline = valueAt(paragraph, "w:outlineLvl");
  const named = /^heading(\d)$/.exec(plain)?.[1];
  const level = named === undefined ? (outline === undefined ? undefined : Number(outline) + 1) : Number(named);
  const heading = level !== undefined && level <= 9 ? level : base?.heading;
  // Authors base styles of their own on those of contents, for text that is to be kept.
  const inherited = base?.kind === "contents" ? undefined : base?.kind;
  const kind = kinds.find(([, pattern]) => pattern.test(plain))?.[0] ?? inherited;
  const id = valueAt(paragraph, "w:numPr", "w:numId");
  const own = id === undefined ? base?.list : { id, level: Number(valueAt(paragraph, "w:numPr", "w:ilvl") ?? 0) };
  const indent = indentOf(paragraph) ?? base?.indent;
  return {
    name,
    isMonospaced: isMonospaced(elementAt(element, "w:rPr")) || (base?.isMonospaced ?? false),
    ...(kind && { kind }),
    ...(heading !== undefined && { heading }),
    ...(own && { list: own }),
    ...(indent !== undefined && { indent }),
  };
}
