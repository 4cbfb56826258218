import { slug } from "github-slugger";
import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { h } from "hastscript";
import type { Messages } from "../../../i18n/messages.ts";
import { formulaText } from "../../../model/formula-text.ts";
import { fieldAddress, type FormField } from "../../../model/form-field.ts";
import { freeName } from "../../../model/free-name.ts";
import { classesOf, hasClass, isElement } from "../../../model/hast.ts";
import { editionOf } from "../../../model/every-edition.ts";
import type { PrintDocument } from "./print-document.ts";

type Kind = FormField["kind"];

/** The kinds of fill-in drawing, by class. */
const kinds: Readonly<Record<string, Kind>> = { blank: "blank", lines: "lines", "check-box": "box" };

/** Characters of a label that are used to name a field. */
const longestName = 40;

/** Collects the form fields. Imposed sheets are for paper only and have none. */
export function openFieldsOf(document: PrintDocument): void {
  const { edition, options, tree, words } = document;
  if (options.fillable && editionOf(edition).imposed !== true) document.fields = openFields(tree, words);
}

/**
 * Turns every fill-in drawing into a link, which has a position on the page and no text; the repair step replaces it
 * with a form field. The drawings look as before. Fields are in text order.
 */
function openFields(tree: Root, words: Messages): FormField[] {
  const fields: FormField[] = [];
  const taken = new Set<string>();
  open(tree, []);
  return fields;

  function open(parent: Root | Element, around: readonly Element[]): void {
    for (const [index, node] of parent.children.entries()) {
      if (node.type !== "element") continue;
      const kind = kindOf(node);
      if (!kind) open(node, [...around, node]);
      else if (kind !== "box" || isTickable(around)) parent.children[index] = link(node, kind, around);
    }
  }

  function link(node: Element, kind: Kind, around: readonly Element[]): Element {
    const label = labelOf(kind, around) || (kind === "box" ? words.task : words.yourAnswer);
    const name = free(slug(label).slice(0, longestName).replace(/-+$/, "") || kind, taken);
    taken.add(name);
    const href = fieldAddress(fields.length);
    fields.push({
      name,
      label,
      kind,
      ...(kind === "lines" && { lines: node.children.length }),
      ...(kind === "box" && { ticked: isTicked(node) }),
    });
    return h("a", { className: ["fill", `fill-${kind}`], href }, [withoutLabel(node)]);
  }
}

function kindOf(node: Element): Kind | undefined {
  return classesOf(node)
    .map((name) => kinds[name])
    .find((kind) => kind !== undefined);
}

/** Reports whether a task box can be ticked: a list with a ticked box shows results, except in a checklist. */
function isTickable(around: readonly Element[]): boolean {
  if (around.some((ancestor) => hasClass(ancestor, "checklist"))) return true;
  const list = around.find(isList);
  return list !== undefined && !boxesIn(list).some(isTicked);
}

function boxesIn(node: Element): Element[] {
  if (kindOf(node) === "box") return [node];
  return node.children.flatMap((child) => (child.type === "element" ? boxesIn(child) : []));
}

function isTicked(box: Element): boolean {
  return box.children.some((child) => isElement(child, "path"));
}

/**
 * Returns a field's label: the author's words for a blank, the question before lines, or the task without its subtasks.
 */
function labelOf(kind: Kind, around: readonly Element[]): string {
  const holder = around.findLast(({ tagName }) => kind !== "box" || tagName === "li");
  const label = (holder?.children ?? []).filter((child) =>
    kind === "lines" ? hasClass(child, "write-on-question") : !isList(child),
  );
  return label.map(labelText).join("").replaceAll(/\s+/g, " ").trim();
}

/** Returns text without link marks, which do not belong in a field's name. */
function labelText(node: ElementContent): string {
  if (node.type !== "element") return toString(node);
  if (node.tagName === "math") return formulaText(node);
  return hasClass(node, "link-mark") ? "" : node.children.map(labelText).join("");
}

function isList(node: ElementContent): boolean {
  return isElement(node, "ul", "ol");
}

/** Returns the drawing without what the field itself says or draws, such as a tick, which a reader can remove. */
function withoutLabel(node: Element): Element {
  const children = node.children.filter((child) => !isElement(child, "path"));
  if (node.tagName !== "svg") {
    return { ...node, children: children.map((child) => (isElement(child) ? withoutLabel(child) : child)) };
  }
  const { role: _role, ariaLabel: _label, ...properties } = node.properties;
  return { ...node, properties: { ...properties, ariaHidden: "true" }, children };
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  return freeName(taken, 1, (number) => (number === 1 ? wanted : `${wanted}-${number}`));
}
