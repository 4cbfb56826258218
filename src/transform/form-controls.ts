import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { SKIP, visit } from "../model/visit.ts";
import type { Report } from "../diagnostics/report.ts";
import { classesOf, isElement, textOf } from "./hast.ts";

/** Width of a character in a text field in millimetres, and the default number of characters. */
const letter = 2.2;
const usualSize = 20;

/** Types of `input` for buttons (https://html.spec.whatwg.org/#attr-input-type). */
const buttons = ["button", "submit", "reset"];
const unseen = ["hidden", "image"];
const boxes = ["checkbox", "radio"];

/** Elements that may contain blocks. */
const blocks = "article aside blockquote dd details div fieldset figure form li main section td th".split(" ");

/** Elements that only group controls, and their replacements. */
const holders: Readonly<Record<string, string>> = { form: "div", fieldset: "div", legend: "p", datalist: "div" };

/**
 * Replaces controls of raw HTML by their equivalents in a document: a text field by a blank, choices by check boxes, a
 * button by its text. Nothing can be submitted. Controls are separated by spaces, as they appear on screen.
 */
export function replaceFormControls(tree: Root, report: Report, inBlock = true): void {
  visit(tree, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const holder = holders[node.tagName];
    if (holder !== undefined) {
      if (node.tagName === "form") reportLeftOut(node, report);
      Object.assign(node, { tagName: holder, properties: {} });
      return undefined;
    }
    const made = becomes(node, parent.type === "root" ? inBlock : blocks.includes(parent.tagName), report);
    if (!made) return undefined;
    parent.children.splice(index, 1, ...apart(made, parent.children[index - 1], parent.children[index + 1]));
    return [SKIP, index + made.length];
  });
}

function becomes(node: Element, inBlock: boolean, report: Report): ElementContent[] | undefined {
  const { type, value, checked, size, rows } = node.properties;
  if (node.tagName === "label") return label(node, inBlock, report);
  if (node.tagName === "select") return options(node);
  if (["button", "progress", "meter", "output"].includes(node.tagName)) {
    reportLeftOut(node, report);
    return node.children;
  }
  if (node.tagName !== "input") return undefined;
  const kind = typeof type === "string" ? type.toLowerCase() : "text";
  if (boxes.includes(kind)) return [{ ...box(checked === true), position: node.position }];
  const text = typeof value === "string" ? value : "";
  if (unseen.includes(kind) || buttons.includes(kind)) {
    reportLeftOut(node, report);
    return buttons.includes(kind) && text !== "" ? [{ type: "text", value: text }] : [];
  }
  const name = text || String(node.properties["placeholder"] ?? node.properties["ariaLabel"] ?? "");
  const named: ElementContent[] = name === "" ? [] : [{ type: "text", value: name }];
  if (kind === "textarea" && inBlock) return [linesBelow(String(Number(rows) || 2), named, node)];
  return [field(kind === "textarea" ? 160 : Math.round((Number(size) || usualSize) * letter), named, node)];
}

/** Replaces a label: the name of a text field inside it, or else its text. */
function label(node: Element, inBlock: boolean, report: Report): ElementContent[] {
  const holder: Root = { type: "root", children: node.children };
  replaceFormControls(holder, report, inBlock);
  const content = holder.children as ElementContent[];
  const [only, another] = content.filter(
    (child) => isElement(child) && ["field", "write-on"].includes(classesOf(child)[0] ?? ""),
  );
  if (!isElement(only) || another) return content;
  const words = trimmed(content.filter((child) => child !== only));
  const { dataWidth: width, dataLines: lines } = only.properties;
  if (lines !== undefined) {
    const made = linesBelow(String(lines), words, node);
    return [{ ...made, children: [...made.children, ...only.children] }];
  }
  return [field(Number(width), [...words, ...only.children], node)];
}

/** Replaces a list of choices by check boxes. The name of a group and other text in it stay. */
function options(node: Element): ElementContent[] {
  const found: ElementContent[] = [];
  const add = (text: string, ...before: ElementContent[]): void => {
    if (text.trim() === "") return;
    if (found.length > 0) found.push({ type: "text", value: " " });
    found.push(...before, { type: "text", value: `${before.length > 0 ? " " : ""}${text.trim()}` });
  };
  visit(node, (child) => {
    if (child.type === "text") add(child.value);
    if (child.type !== "element") return undefined;
    const { label: group, selected } = child.properties;
    if (child.tagName === "optgroup" && typeof group === "string") add(group);
    if (child.tagName !== "option") return undefined;
    add(textOf(child), box(selected === true));
    return SKIP;
  });
  return found;
}

function box(checked: boolean): Element {
  return h("input", { type: "checkbox", checked, disabled: true });
}

function field(dataWidth: number, children: ElementContent[], { position }: Element): Element {
  return { ...h("span", { className: ["field"], dataWidth: String(dataWidth) }, children), position };
}

function linesBelow(dataLines: string, question: ElementContent[], { position }: Element): Element {
  const above = question.length > 0 ? [h("p", { className: ["write-on-question"] }, question)] : [];
  return { ...h("div", { className: ["write-on"], dataLines }, above), position };
}

function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node, index) => {
    if (node.type !== "text") return node;
    const begun = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === nodes.length - 1 ? begun.trimEnd() : begun };
  });
}

/** Adds spaces where adjacent words would join. */
function apart(made: ElementContent[], before: Root["children"][number] | undefined, after: typeof before) {
  const space: ElementContent = { type: "text", value: " " };
  if (made.length === 0) return [];
  const touches = (node: typeof before, at: 0 | -1): boolean =>
    node !== undefined && (node.type !== "text" || /[\p{L}\p{N}]/u.test(node.value.at(at) ?? ""));
  return [...(touches(before, -1) ? [space] : []), ...made, ...(touches(after, 0) ? [space] : [])];
}

function reportLeftOut(node: Element, report: Report): void {
  const ending = node.children.length > 0 ? ", and its text kept" : "";
  const message = `The HTML element <${node.tagName}> is left out${ending}.`;
  report("htmlSupported", node, message, "Use Markdown, or an element that every edition supports.");
}
