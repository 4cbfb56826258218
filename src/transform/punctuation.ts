import type { Nodes, Root, Text } from "mdast";
import { SKIP, visit } from "unist-util-visit";

/** Quotation marks of a language: the outer pair, the inner pair, and what goes between a mark and the words. */
interface Marks {
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
}

const english: Marks = { outer: ["“", "”"], inner: ["‘", "’"] };
const narrowSpace = "\u202F";

/** By language, after the Unicode CLDR delimiters. */
const marksByLanguage: Readonly<Record<string, Marks>> = {
  en: english,
  pt: english,
  hi: english,
  zh: english,
  de: { outer: ["„", "“"], inner: ["‚", "‘"] },
  cs: { outer: ["„", "“"], inner: ["‚", "‘"] },
  pl: { outer: ["„", "”"], inner: ["«", "»"] },
  es: { outer: ["«", "»"], inner: ["“", "”"] },
  it: { outer: ["«", "»"], inner: ["“", "”"] },
  ru: { outer: ["«", "»"], inner: ["„", "“"] },
  uk: { outer: ["«", "»"], inner: ["„", "“"] },
  fr: { outer: [`«${narrowSpace}`, `${narrowSpace}»`], inner: ["“", "”"] },
  ar: { outer: ["”", "“"], inner: ["’", "‘"] },
  ja: { outer: ["「", "」"], inner: ["『", "』"] },
  sv: { outer: ["”", "”"], inner: ["’", "’"] },
  fi: { outer: ["”", "”"], inner: ["’", "’"] },
  nl: english,
};

/** Straight quotes, `--`, `---` and `...` to the marks of the language; code and addresses stay as they are. */
export function smartenPunctuation(tree: Root, language: string): void {
  visit(tree, (node) => {
    if (!isBlockOfText(node)) return undefined;
    smartenRun(textsIn(node), marksFor(language), new Intl.Locale(language).language === "fr");
    return SKIP;
  });
}

/** The same for a text that is not in a tree: a title of the front matter. */
export function smartenText(value: string, language: string): string {
  return smarten(value, "", marksFor(language), new Intl.Locale(language).language === "fr");
}

function marksFor(language: string): Marks {
  return marksByLanguage[new Intl.Locale(language).language] ?? english;
}

const blocks = new Set(["paragraph", "heading", "tableCell", "defListTerm"]);

function isBlockOfText(node: Nodes): boolean {
  return blocks.has(node.type);
}

/** The text nodes of a block in reading order; what stands between them (code, an image) is a letter to its neighbours. */
function textsIn(block: Nodes): Text[] {
  const texts: Text[] = [];
  visit(block, "text", (node, _, parent) => {
    // The visible address of an autolink is an address.
    if (parent?.type === "link" && URL.canParse(node.value)) return;
    texts.push(node);
  });
  return texts;
}

function smartenRun(texts: readonly Text[], marks: Marks, spaced: boolean): void {
  let before = "";
  for (const text of texts) {
    text.value = smarten(text.value, before, marks, spaced);
    before = text.value.at(-1) ?? before;
  }
}

function smarten(value: string, before: string, marks: Marks, spaced: boolean): string {
  const dashed = value
    .replaceAll(/(?<!-)---(?!-)/g, "—")
    .replaceAll(/(?<!-)--(?!-)/g, "–")
    .replaceAll(/(?<!\.)\.\.\.(?!\.)/g, "…");
  const quoted = dashed.replaceAll(/["']/g, (mark, index: number) => {
    const left = index === 0 ? before : (dashed[index - 1] ?? "");
    const right = dashed[index + 1] ?? "";
    const [open, close] = mark === '"' ? marks.outer : marks.inner;
    if (mark === "'" && isApostrophe(left, right)) return "’";
    return opens(left, right) ? open : close;
  });
  return spaced ? quoted.replaceAll(/(?<=[\p{L}\p{N}»”)\]])[ \u00A0](?=[;!?:]($|\s))/gmu, narrowSpace) : quoted;
}

/** Between letters (don’t), after a letter with nothing closing (the readers’), or before a shortened year (’98). */
function isApostrophe(left: string, right: string): boolean {
  return (
    (/[\p{L}\p{N}]/u.test(left) && /[\p{L}\p{N}]/u.test(right)) ||
    (!/[\p{L}\p{N}\p{P}]/u.test(left) && /\d/.test(right))
  );
}

/** At the start, after a space, an opening bracket, a dash or another opening mark, with a word to the right. */
function opens(left: string, right: string): boolean {
  return (left === "" || /[\s([{—–/“„«‘‚「『\u202F]/u.test(left)) && !/^\s/.test(right);
}
