import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "../../model/visit.ts";

/** Converts runs of TeX to formulas; a displayed one is moved between paragraphs. */
export function showFormulas(root: Root): void {
  visit(root, "element", (node) => {
    const [kind] = Array.isArray(node.properties["className"]) ? node.properties["className"] : [];
    if (node.tagName !== "code" || (kind !== "formula" && kind !== "display")) return;
    node.tagName = "tex-formula";
    node.properties = kind === "display" ? { display: "block" } : {};
  });
  visit(root, "element", (node, index, parent) => {
    if (node.tagName !== "p" || !parent || index === undefined) return undefined;
    const inner = node.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
    const isAlone = inner.length > 0 && inner.every((child): child is Element => isFormula(child));
    if (!isAlone || !inner.some((child) => isDisplayed(child))) {
      for (const child of inner) if (isDisplayed(child)) delete child.properties["display"];
      return undefined;
    }
    parent.children.splice(index, 1, ...inner);
    return index + inner.length;
  });
}

function isFormula(node: Element["children"][number]): node is Element {
  return node.type === "element" && node.tagName === "tex-formula" && toString(node) !== "";
}

function isDisplayed(node: Element["children"][number]): node is Element {
  return isFormula(node) && node.properties["display"] === "block";
}
