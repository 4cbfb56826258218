import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import { everyLanguage } from "../../config/words.ts";

/**
 * Numbers of figures, tables and boxes without the gaps that an edition's omissions leave, in their labels and in
 * references to them.
 */
export function renumberFigures(whole: readonly Root[], kept: readonly Root[]): void {
  const before = whole.flatMap(labelsIn);
  const after = kept.flatMap(labelsIn);
  if (before.length === after.length) return;
  const counts = new Map<string, number>();
  const numbers = new Map<string, { readonly from: string; readonly to: string }>();
  for (const { label, kind, number, id } of after) {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    label.children = [{ type: "text", value: textOf(label).replace(/\d+(?=\.$)/, String(count)) }];
    if (id !== undefined) numbers.set(`#${id}`, { from: number, to: String(count) });
  }
  for (const tree of kept) {
    visit(tree, "element", (node: Element) => {
      const change = node.tagName === "a" ? numbers.get(String(node.properties["href"])) : undefined;
      if (!change || !classesOf(node).includes("cross-reference")) return;
      const written = new RegExp(String.raw`(?<=\s)${change.from}$`);
      node.children = [{ type: "text", value: textOf(node).replace(written, change.to) }];
    });
  }
}

interface Label {
  readonly label: Element;
  /** Figures, tables and boxes are counted each for themselves, whatever the language of their chapter. */
  readonly kind: string;
  readonly number: string;
  /** Of what it labels. */
  readonly id: string | undefined;
}

function labelsIn(tree: Root): Label[] {
  const labels: Label[] = [];
  const walk = (node: ElementContent, around: readonly Element[]): void => {
    if (node.type !== "element") return;
    const [, word = "", number = ""] = /^(.*?)\s*(\d+)\.$/.exec(isLabel(node) ? textOf(node) : "") ?? [];
    if (number !== "") {
      const id = around.find(({ tagName }) => holders.has(tagName))?.properties.id;
      labels.push({ label: node, kind: kindOf(word), number, id: id === undefined ? undefined : String(id) });
    }
    for (const child of node.children) walk(child, [node, ...around]);
  };
  for (const child of tree.children) walk(child as ElementContent, []);
  return labels;
}

const holders = new Set(["figure", "table", "aside"]);

function isLabel(node: Element): boolean {
  return classesOf(node).some((name) => name === "caption-label" || name === "box-label");
}

function kindOf(word: string): string {
  const kinds = ["figure", "table"] as const;
  return kinds.find((kind) => everyLanguage.some((words) => words[kind] === word)) ?? word;
}

function classesOf({ properties: { className } }: Element): readonly (string | number)[] {
  return Array.isArray(className) ? className : [];
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}
