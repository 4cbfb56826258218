import type { Element, Root } from "xast";
import { x } from "xastscript";
import { visit } from "../../model/visit.ts";
import { allElements, elementAt, elementsOf, textIn, valueAt } from "./parts.ts";

/** Elements around runs that Mammoth leaves out with their content: fields with their result, directions. */
const wrappers = new Set(["w:fldSimple", "w:dir", "w:bdo"]);

/**
 * Replaces elements that Mammoth leaves out with their content: those around runs (ECMA-376, 17.16.19, 17.3.2.8,
 * 17.3.2.3) by the runs, ruby (17.3.3.25) by its base and its text. Removes hidden text (17.3.2.41).
 */
export function unwrap(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (wrappers.has(node.name)) {
      parent.children.splice(index, 1, ...unwrapped(node));
      return index;
    }
    if (node.name !== "w:r") return undefined;
    if (isHidden(node)) {
      parent.children.splice(index, 1);
      return index;
    }
    const ruby = elementAt(node, "w:ruby");
    if (!ruby) return undefined;
    const [base, text] = ["w:rubyBase", "w:rt"].map((name) => allElements(elementAt(ruby, name) ?? ruby, "w:r"));
    const words = (text ?? []).map(textIn).join("");
    parent.children.splice(index, 1, ...(base ?? []), x("w:r", [x("w:t", `（${words}）`)]));
    return index;
  });
}

/** A simple field with a link becomes a complex one, which Mammoth reads. */
function unwrapped(node: Element): Element[] {
  const content = node.children.filter((child): child is Element => child.type === "element");
  const instruction = node.attributes["w:instr"] ?? "";
  if (node.name !== "w:fldSimple" || !/^\s*HYPERLINK\b/.test(instruction)) return content;
  const edge = (type: string): Element => x("w:r", [x("w:fldChar", { "w:fldCharType": type })]);
  return [
    edge("begin"),
    x("w:r", [x("w:instrText", { "xml:space": "preserve" }, instruction)]),
    edge("separate"),
    ...content,
    edge("end"),
  ];
}

/** Reports whether a run is hidden, and not only the mark of a field in it. */
export function isHidden(run: Element): boolean {
  const properties = elementAt(run, "w:rPr");
  const [vanish] = properties ? elementsOf(properties, "w:vanish") : [];
  if (!vanish || /^(?:0|false|off)$/.test(valueAt(properties, "w:vanish") ?? "")) return false;
  return textIn(run).trim() !== "" && elementsOf(run, "w:instrText").length === 0;
}
