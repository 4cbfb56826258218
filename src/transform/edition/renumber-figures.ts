import type { Element, ElementContent, Root } from "hast";
import { visit } from "unist-util-visit";
import { everyLanguage } from "../../i18n/messages.ts";

/**
 * Numbers of figures, tables, boxes and formulas without the gaps that an edition's omissions leave, in their labels and in
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
    label.children = [{ type: "text", value: textOf(label).replace(lastNumber, String(count)) }];
    if (id !== undefined) numbers.set(`#${id}`, { from: number, to: String(count) });
  }
  for (const tree of kept) {
    visit(tree, "element", (node: Element) => {
      const change = node.tagName === "a" ? numbers.get(String(node.properties["href"])) : undefined;
      if (!change || !classesOf(node).includes("cross-reference")) return;
      const text = textOf(node);
      const named = lastNumber.exec(text)?.[0] === change.from;
      if (named) node.children = [{ type: "text", value: text.replace(lastNumber, change.to) }];
    });
  }
}

interface Label {
  readonly label: Element;
  /** Each kind is counted for itself, whatever the language of the chapter. */
  readonly kind: string;
  readonly number: string;
  /** Of what it labels. */
  readonly id: string | undefined;
}

function labelsIn(tree: Root): Label[] {
  const found: Label[] = [];
  const walk = (node: ElementContent, around: readonly Element[]): void => {
    if (node.type !== "element") return;
    const text = isLabel(node) ? textOf(node) : "";
    const [number] = lastNumber.exec(text) ?? [];
    if (number !== undefined) {
      const word = text.replace(/\d.*$/, "").trim();
      const id = around.find(({ tagName }) => holders.has(tagName))?.properties.id;
      found.push({ label: node, kind: kindOf(word), number, id: id === undefined ? undefined : String(id) });
    }
    for (const child of node.children) walk(child, [node, ...around]);
  };
  for (const child of tree.children) walk(child as ElementContent, []);
  return found;
}

/** What has a label in it; a formula stands in a `div`. */
const holders = new Set(["figure", "table", "aside", "div"]);

const labels = new Set<unknown>(["caption-label", "box-label", "formula-number"]);

const lastNumber = /\d+(?=\D*$)/;

function isLabel(node: Element): boolean {
  return classesOf(node).some((name) => labels.has(name));
}

function kindOf(word: string): string {
  const kinds = ["figure", "table", "box"] as const;
  return kinds.find((kind) => everyLanguage.some((words) => words[kind] === word)) ?? word;
}

function classesOf({ properties: { className } }: Element): readonly (string | number)[] {
  return Array.isArray(className) ? className : [];
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}
