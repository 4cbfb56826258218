import type { Element, Root } from "hast";
import type { Root as MdastRoot } from "mdast";
import { visit } from "../model/visit.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { Highlighter } from "./highlighter.ts";
import { classesOf, isElement, textOf } from "./hast.ts";
import type { Report } from "../diagnostics/report.ts";

/** Languages that are not highlighted. */
const plain = new Set(["text", "plain", "txt", "chart", "vega-lite", "mermaid", "dot", "graphviz"]);

/** Reports whether an article has code to highlight; only then is the large highlighter loaded. */
export function holdsCode(tree: MdastRoot): boolean {
  let found = false;
  visit(tree, ["code", "html"], (node) => {
    if (node.type === "code") found ||= Boolean(node.lang) && !plain.has(node.lang ?? "");
    if (node.type === "html") found ||= node.value.includes("language-");
  });
  return found;
}

/**
 * Adds classes to keywords, strings, comments and other parts of code blocks. Code without a language, or in an unknown
 * one, stays unchanged.
 */
export function highlightCode(tree: Root, report: Report, lowlight: Highlighter | undefined): void {
  if (!lowlight) return;
  visit(tree, "element", (node, _, parent) => {
    if (node.tagName !== "code" || !isElement(parent, "pre")) return;
    const language = classesOf(node)
      .find((name) => name.startsWith("language-"))
      ?.slice("language-".length);
    if (language === undefined || plain.has(language)) return;
    if (!lowlight.registered(language)) {
      const hint = didYouMean(language, lowlight.listLanguages()) ?? 'For no language at all write "text".';
      report("codeLanguageKnown", node, `"${language}" is not a language that can be highlighted.`, hint);
      return;
    }
    node.children = lowlight.highlight(language, textOf(node)).children as typeof node.children;
    for (const part of node.children) if (isElement(part)) isolate(part);
  });
}

/** Isolates a part with letters that run right to left: the code behind a string in Hebrew stays behind it (UAX #9, 6.5). */
function isolate(part: Element): void {
  if (/[\p{scx=Hebr}\p{scx=Arab}\p{scx=Syrc}\p{scx=Thaa}]/u.test(textOf(part))) part.properties["dir"] = "ltr";
}
