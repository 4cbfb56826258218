import { slug } from "github-slugger";
import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { h } from "hastscript";
import type { Messages } from "../../../i18n/messages.ts";
import { fieldAddress, type FormField } from "../../../model/form-field.ts";
import { freeName } from "../../../model/free-name.ts";
import { classesOf, hasClass, isElement } from "../../../model/hast.ts";
import { editionOf } from "../../../model/every-edition.ts";
import type { PrintDocument } from "./print-document.ts";

type Kind = FormField["kind"];

/** What a drawing of something to fill in is, by its class. */
const kinds: Readonly<Record<string, Kind>> = { blank: "blank", lines: "lines", "check-box": "box" };

/** Letters of a label that a field is named by. */
const longestName = 40;

/** Sheets that are imposed for folding are for paper alone. */
export function openFieldsOf(document: PrintDocument): void {
  const { edition, options, tree, words } = document;
  if (options.fillable && editionOf(edition).imposed !== true) document.fields = openFields(tree, words);
}

/**
 * Every drawing of something to fill in becomes a link, which has a place on the page and nothing that is heard; a repair
 * makes a form field of it. The drawings look as they did. The fields are in the order of the text.
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
      else if (kind !== "box" || isToTick(around)) parent.children[index] = link(node, kind, around);
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
    return h("a", { className: ["fill", `fill-${kind}`], href }, [silent(node)]);
  }
}

function kindOf(node: Element): Kind | undefined {
  return classesOf(node)
    .map((name) => kinds[name])
    .find((kind) => kind !== undefined);
}

/** A list with a tick in it tells what is done; one without, or in a checklist, is there to be ticked. */
function isToTick(around: readonly Element[]): boolean {
  if (around.some((one) => hasClass(one, "checklist"))) return true;
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

/** The author's words for a blank, the question before lines, or the task without the tasks below it. */
function labelOf(kind: Kind, around: readonly Element[]): string {
  const holder = around.findLast(({ tagName }) => kind !== "box" || tagName === "li");
  const said = (holder?.children ?? []).filter((child) =>
    kind === "lines" ? hasClass(child, "write-on-question") : !isList(child),
  );
  return said.map(spoken).join("").replaceAll(/\s+/g, " ").trim();
}

/** Text without the marks of links, which a field's name does not lead to. */
function spoken(node: ElementContent): string {
  if (node.type !== "element") return toString(node);
  return hasClass(node, "link-mark") ? "" : node.children.map(spoken).join("");
}

function isList(node: ElementContent): boolean {
  return isElement(node, "ul", "ol");
}

/** What the field says is not said again by its drawing; its tick is the field's own, which a reader can take away. */
function silent(node: Element): Element {
  const children = node.children.filter((child) => !isElement(child, "path"));
  if (node.tagName !== "svg") {
    return { ...node, children: children.map((child) => (isElement(child) ? silent(child) : child)) };
  }
  const { role: _role, ariaLabel: _label, ...properties } = node.properties;
  return { ...node, properties: { ...properties, ariaHidden: "true" }, children };
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  return freeName(taken, 1, (number) => (number === 1 ? wanted : `${wanted}-${number}`));
}
