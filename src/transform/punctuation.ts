import type { Nodes, Root, Text } from "mdast";
import { SKIP, visit } from "unist-util-visit";

/** Quotation marks of a language: the outer pair and the inner pair. */
interface Marks {
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
}

const english: Marks = { outer: ["“", "”"], inner: ["‘", "’"] };
const corners: Marks = { outer: ["「", "」"], inner: ["『", "』"] };
const narrowSpace = "\u202F";

/** By language, after the Unicode CLDR delimiters. */
const marksByLanguage: Readonly<Record<string, Marks>> = {
  en: english,
  pt: english,
  "pt-PT": { outer: ["«", "»"], inner: ["“", "”"] },
  hi: english,
  ur: english,
  zh: english,
  "zh-Hant": corners,
  de: { outer: ["„", "“"], inner: ["‚", "‘"] },
  "de-CH": { outer: ["«", "»"], inner: ["‹", "›"] },
  cs: { outer: ["„", "“"], inner: ["‚", "‘"] },
  pl: { outer: ["„", "”"], inner: ["«", "»"] },
  es: { outer: ["«", "»"], inner: ["“", "”"] },
  it: { outer: ["«", "»"], inner: ["“", "”"] },
  ru: { outer: ["«", "»"], inner: ["„", "“"] },
  uk: { outer: ["«", "»"], inner: ["„", "“"] },
  fr: { outer: [`«${narrowSpace}`, `${narrowSpace}»`], inner: ["“", "”"] },
  ar: { outer: ["”", "“"], inner: ["’", "‘"] },
  ja: corners,
  sv: { outer: ["”", "”"], inner: ["’", "’"] },
  fi: { outer: ["”", "”"], inner: ["’", "’"] },
  nl: english,
};

/** Straight quotes, `--`, `---` and `...` to the marks of the language; code and addresses stay as they are. */
export function smartenPunctuation(tree: Root, language: string): void {
  const style = styleFor(language);
  visit(tree, (node) => {
    if (!blocks.has(node.type)) return undefined;
    smartenBlock(node, style);
    return SKIP;
  });
}

/** The same for a text that is not in a tree: a title of the front matter. */
export function smartenText(value: string, language: string): string {
  return smarten(value, { before: "", inner: 0, outer: false }, styleFor(language));
}

interface Style extends Marks {
  /** Whether a space stands before `;!?:` and inside guillemets. */
  readonly spaced: boolean;
  /** Whether words are written without spaces, so that only their order tells an opening mark from a closing one. */
  readonly solid: boolean;
}

function styleFor(language: string): Style {
  const { language: primary, script, region } = new Intl.Locale(language).maximize();
  const marks = [`${primary}-${region}`, `${primary}-${script}`, primary].map((name) => marksByLanguage[name]);
  const solid = primary === "zh" || primary === "ja";
  return { ...(marks.find((one) => one !== undefined) ?? english), spaced: primary === "fr", solid };
}

const blocks = new Set(["paragraph", "heading", "tableCell", "defListTerm"]);

/** How far a block has been read. */
interface Run {
  /**
   * The character before, across the borders of nodes; empty at the start. A mark that was set here is a parenthesis:
   * one language opens with what another closes with.
   */
  before: string;
  /** How many inner quotations are open. */
  inner: number;
  /** Whether an outer quotation is open. */
  outer: boolean;
}

/** What stands between the text nodes of a block (code, an image) is a letter to its neighbours. */
function smartenBlock(block: Nodes, style: Style): void {
  const run: Run = { before: "", inner: 0, outer: false };
  let inCode = false;
  visit(block, (node, _, parent) => {
    if (node.type === "image" && node.title)
      node.title = smarten(node.title, { before: "", inner: 0, outer: false }, style);
    if (node.type === "html") inCode = rawCode.test(node.value) || (inCode && !node.value.startsWith("</"));
    else if (node.type === "text" && !inCode && !isAddress(node, parent)) node.value = smarten(node.value, run, style);
    else if (node.type === "break") run.before = "\n";
    else if (!("children" in node) && node.type !== "footnoteReference") run.before = "x";
  });
}

const rawCode = /^<(code|kbd|samp|var|pre)\b/i;

/** The visible address of an autolink. */
function isAddress(text: Text, parent: Nodes | undefined): boolean {
  if (parent?.type !== "link") return false;
  return ["", "mailto:", "http://"].some((start) => parent.url === start + text.value);
}

function smarten(value: string, run: Run, style: Style): string {
  const dashed = (style.spaced ? narrowSpaces(value, run.before) : value)
    .replaceAll(/(?<!-)---(?!-)/g, "—")
    .replaceAll(/(?<!-)--(?!-)/g, "–")
    .replaceAll(/(?<!\.)\.\.\.(?!\.)/g, "…");
  const characters = [...dashed];
  const written = characters.map((character, index) => {
    if (character === '"' || character === "'") return quote(character, characters[index + 1] ?? "", run, style);
    run.before = character;
    return character;
  });
  return written.join("");
}

function quote(character: string, right: string, run: Run, style: Style): string {
  const isInner = character === "'";
  if (isInner && isApostrophe(run, right)) {
    run.before = "’";
    return run.before;
  }
  const opening = style.solid && !isInner ? !run.outer : opens(run.before, right);
  if (!isInner) run.outer = opening;
  if (isInner) run.inner = Math.max(0, run.inner + (opening ? 1 : -1));
  run.before = opening ? "(" : ")";
  return (isInner ? style.inner : style.outer)[opening ? 0 : 1];
}

/** Between letters (don’t), after a letter with no quotation to close (the readers’), before a shortened year (’98). */
function isApostrophe({ before, inner }: Run, right: string): boolean {
  const afterWord = /[\p{L}\p{N}]/u.test(before);
  if (afterWord) return inner === 0 || /[\p{L}\p{N}]/u.test(right);
  return !/\p{P}/u.test(before) && /\d/.test(right);
}

/** At the start, after a space, an opening bracket, a dash or another opening mark, with a word to the right. */
function opens(before: string, right: string): boolean {
  return (before === "" || /[\s([{¡¿—–/“„«‘‚「『]/u.test(before)) && !/^\s/.test(right);
}

/** French: where the author typed a space before a mark or inside guillemets, one that does not break. */
function narrowSpaces(value: string, before: string): string {
  const whole = before + value;
  return whole
    .replaceAll(/(?<=[\p{L}\p{N}"'»”)\]])[ \u00A0](?=[;!?:]+($|[\s"'»”)\]]))/gmu, narrowSpace)
    .replaceAll(/(?<=«)[ \u00A0]|[ \u00A0](?=»)/gu, narrowSpace)
    .slice(before.length);
}
