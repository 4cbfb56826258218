import type { ElementContent, Root as HastRoot, Text } from "hast";
import { h } from "hastscript";
import { divideText } from "../model/divide-text.ts";
import type { Paragraph, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { SKIP, visit } from "../model/visit.ts";
import { inOneLine, matchWords, wholeWords } from "./whole-words.ts";

/** Expansions by abbreviation. */
export type Abbreviations = ReadonlyMap<string, string>;

const definition = /^\*\[([^\]]+)\]:[ \t]*(.+)$/;

/**
 * Removes paragraphs of `*[HTML]: HyperText Markup Language` lines from the article and returns their abbreviations.
 */
export function takeAbbreviations(tree: Root): Abbreviations {
  const found = new Map<string, string>();
  tree.children = tree.children.filter((node) => {
    if (node.type !== "paragraph" || !startsLikeDefinition(node)) return true;
    const lines = toString(node)
      .split("\n")
      .map((line) => definition.exec(line.trim()));
    if (lines.includes(null)) return true;
    for (const line of lines) found.set(line?.[1]?.trim() ?? "", line?.[2]?.trim() ?? "");
    return false;
  });
  return found;
}

function startsLikeDefinition(node: Paragraph): boolean {
  const [first] = node.children;
  return first?.type === "text" && first.value.startsWith("*[");
}

const untouched = new Set(["abbr", "code", "pre", "kbd", "samp", "script", "style", "svg", "math", "title", "dt"]);

/** Wraps every whole-word occurrence of an abbreviation in an `abbr` element with its expansion. */
export function expandAbbreviations(tree: HastRoot, abbreviations: Abbreviations): void {
  if (abbreviations.size === 0) return;
  const any = wholeWords([...abbreviations.keys()]);
  visit(tree, (node, index, parent) => {
    if (node.type === "element" && untouched.has(node.tagName)) return SKIP;
    if (node.type !== "text" || index === undefined || !parent) return undefined;
    const pieces = split(node, any, abbreviations);
    if (pieces.length === 1 && pieces[0] === node) return undefined;
    parent.children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

function split(node: Text, any: RegExp, abbreviations: Abbreviations): ElementContent[] {
  const matches = [...matchWords(node.value, any)];
  if (matches.length === 0) return [node];
  return divideText(node.value, matches, ([short]) => [
    h("abbr", { title: abbreviations.get(inOneLine(short)) ?? "" }, short),
  ]);
}
