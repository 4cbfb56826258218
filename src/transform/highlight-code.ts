import type { Root } from "hast";
import { common, createLowlight } from "lowlight";
import { visit } from "unist-util-visit";
import { didYouMean } from "../diagnostics/nearest.ts";
import { classesOf, isElement, textOf } from "./hast.ts";
import type { Report } from "./report.ts";

const lowlight = createLowlight(common);

/** For what names no programming language. */
const plain = new Set(["text", "plain", "txt"]);

/**
 * The words of a code block in classes by what they are: keywords, strings, comments. Code in no language, or in one that
 * is not known, stays as it is.
 */
export function highlightCode(tree: Root, report: Report): void {
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
  });
}
