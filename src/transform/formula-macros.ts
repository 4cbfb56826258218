import type { Element, Root } from "hast";
import { visit } from "../model/visit.ts";
import { isBlank, textOf } from "./hast.ts";

/** What an author defines: a body with `#1` … for the arguments, by the command. */
export type Macros = Readonly<Record<string, string>>;

const definition =
  /\\(newcommand|renewcommand|providecommand|DeclareMathOperator|g?def)(\*?)\s*(?:\{\s*(\\[A-Za-z]+)\s*\}|(\\[A-Za-z]+))\s*(?:\[\d\])?(?:\s*#\d)*\s*(?=\{)/g;

/**
 * Takes the definitions of commands (`\newcommand`, `\def`, `\DeclareMathOperator`) out of the formulas of an article:
 * as in pandoc and MathJax they apply to all of it. Formulas of nothing else are removed.
 */
export function takeMacros(tree: Root): Macros {
  const macros: Record<string, string> = {};
  visit(tree, "element", (node, index, parent) => {
    if (node.properties["dataFormula"] === undefined || !parent || index === undefined) return undefined;
    const text = textOf(node);
    if (!text.includes("\\")) return undefined;
    const { rest, found } = splitDefinitions(text);
    if (found.length === 0) return undefined;
    for (const [name, body] of found) macros[name] = body;
    if (rest.trim() !== "") {
      node.children = [{ type: "text", value: rest }];
      return undefined;
    }
    parent.children.splice(index, 1);
    return index;
  });
  if (Object.keys(macros).length > 0) removeEmptyParagraphs(tree);
  return macros;
}

function splitDefinitions(text: string): { rest: string; found: [name: string, body: string][] } {
  const found: [string, string][] = [];
  let rest = "";
  let end = 0;
  for (const match of text.matchAll(definition)) {
    const start = match.index + match[0].length;
    const close = closingBrace(text, start);
    if (match.index < end || close < 0) continue;
    const [, kind, star = "", braced, bare] = match;
    const body = text.slice(start + 1, close);
    found.push([braced ?? bare ?? "", kind === "DeclareMathOperator" ? `\\operatorname${star}{${body}}` : body]);
    rest += text.slice(end, match.index);
    end = close + 1;
  }
  return { rest: rest + text.slice(end), found };
}

/** Returns the index of the brace that closes the one at `open`; -1 if none does. */
function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    const character = text[index];
    if (character === "\\") index += 1;
    else if (character === "{") depth += 1;
    else if (character === "}" && (depth -= 1) === 0) return index;
  }
  return -1;
}

function removeEmptyParagraphs(tree: Root): void {
  visit(tree, "element", (node: Element, index, parent) => {
    if (node.tagName !== "p" || !parent || index === undefined || !node.children.every(isBlank)) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}
