import type { Nodes, Root, Text } from "mdast";
import { isKnownLanguage } from "../model/known-language.ts";
import { visit } from "../model/visit.ts";
import { changeCaption } from "./caption-text.ts";
import { object } from "./punctuation/characters.ts";
import { setDashes } from "./punctuation/dashes.ts";
import { type PunctuationStyle, punctuationStyle } from "./punctuation/quotation-marks.ts";
import { setMarks } from "./punctuation/set-marks.ts";

/**
 * Replaces straight quotes, `--`, `---` and `...` by the punctuation of the language, except in code and addresses. A
 * block with a language of its own has the punctuation of that language.
 */
export function smartenPunctuation(tree: Root, language: string): void {
  const styles = new Map<string, PunctuationStyle>();
  const visitIn = (node: Nodes, around: string): void => {
    const own = languageOf(node) ?? around;
    if (blocks.has(node.type)) {
      const style = styles.get(own) ?? punctuationStyle(own);
      styles.set(own, style);
      smartenBlock(node, style);
    } else if ("children" in node) for (const child of node.children) visitIn(child, own);
  };
  visitIn(tree, language);
}

/** Returns the language that the attributes of a block give, if it is known. */
function languageOf({ data }: Nodes): string | undefined {
  const lang = (data as { hProperties?: Record<string, unknown> } | undefined)?.hProperties?.["lang"];
  return typeof lang === "string" && isKnownLanguage(lang) ? lang : undefined;
}

/** Does the same for a string, such as a title in front matter. */
export function smartenText(value: string, language: string): string {
  return smarten(value, punctuationStyle(language));
}

function smarten(value: string, style: PunctuationStyle): string {
  return setMarks(charactersOf(setDashes(value, "", style)), style).join("");
}

const blocks = new Set(["paragraph", "heading", "tableCell", "defListTerm"]);

/** A text node, and the position of its characters in the block. */
interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** Processes the text of a block as a whole, across node boundaries. */
function smartenBlock(block: Nodes, style: PunctuationStyle): void {
  const characters: string[] = [];
  const pieces: Piece[] = [];
  let rawElement = "";
  visit(block, (node, _, parent) => {
    if (node.type === "image" && node.title) node.title = changeCaption(node.title, (text) => smarten(text, style));
    if (node.type === "html") {
      characters.push(...standIn(node.value));
      rawElement = rawElementAfter(node.value, rawElement);
    } else if (node.type === "text" && rawElement === "" && !isAddress(node, parent)) {
      const start = characters.length;
      // One by one: a call takes at most some hundred thousand arguments, and a paragraph may have more characters.
      for (const character of charactersOf(setDashes(node.value, characters.at(-1) ?? "", style)))
        characters.push(character);
      pieces.push({ node, start, end: characters.length });
    } else if (node.type === "break") characters.push("\n");
    else if (!("children" in node) && node.type !== "footnoteReference") characters.push(object);
  });
  const written = setMarks(characters, style);
  for (const { node, start, end } of pieces) node.value = written.slice(start, end).join("");
}

/** Splits text into characters; a bare web or mail address counts as one non-text character. */
function charactersOf(value: string): string[] {
  const parts = value.split(/((?:[a-z][a-z\d+.-]*:\/\/|www\.)[^\s"<>]*[^\s"'<>.,;:!?)\]])/i);
  return parts.flatMap((part, index) => (index % 2 === 1 ? [part] : [...part]));
}

/** Returns the characters that stand for a tag in the surrounding text. */
function standIn(html: string): string[] {
  if (/^<br\b/i.test(html)) return ["\n"];
  return /^<(img|input|svg|math|object|video|audio)\b/i.test(html) ? [object] : [];
}

const rawOpening = /^<(code|kbd|samp|var|pre|tt|math|script|style|svg)\b/i;

/** Returns the code element that is still open after a tag. */
function rawElementAfter(html: string, current: string): string {
  if (current === "") return rawOpening.exec(html)?.[1]?.toLowerCase() ?? "";
  return html.toLowerCase().startsWith(`</${current}`) ? "" : current;
}

/** Reports whether a text is the visible address of an autolink. */
function isAddress(text: Text, parent: Nodes | undefined): boolean {
  if (parent?.type !== "link") return false;
  return ["", "mailto:", "http://"].some((start) => parent.url === start + text.value);
}
