import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { h } from "hastscript";
import { visit } from "../../model/visit.ts";
import { captionText, isPicture } from "./captions.ts";
import { boundaryBlock } from "./landscape.ts";
import { listBuilder, tighten } from "./lists.ts";
import { dropMarks, type ListMark, type Mark, takeMark } from "./mark.ts";
import type { BlockKind } from "./styles.ts";

/** Metadata from the styles at the start of a document. */
export type HeadMatter = Map<BlockKind, string[]>;

/** Groups the flat paragraphs of a Word document into lists, code, quotations, definitions and figures. */
export function assemble(root: Root): HeadMatter {
  const head: HeadMatter = new Map();
  visit(root, "element", (node) => {
    if (["td", "th", "li"].includes(node.tagName)) node.children = build(node.children, head, true);
  });
  root.children = build(root.children as ElementContent[], head, false);
  return head;
}

interface Last {
  readonly kind?: BlockKind;
  readonly element: Element;
}

const headKinds = new Set<BlockKind>(["subtitle", "author", "date", "abstract"]);

function build(children: readonly ElementContent[], head: HeadMatter, isInner: boolean): ElementContent[] {
  const made: ElementContent[] = [];
  const lists = listBuilder((block) => void made.push(block));
  let last: Last | undefined;
  for (const child of children) {
    if (
      child.type !== "element" ||
      !/^(?:p|h[1-6]|table|pre|blockquote|div|ul|ol|hr|aside|figure|dl)$/.test(child.tagName)
    ) {
      made.push(child);
      continue;
    }
    const mark = takeMark(child);
    dropMarks(child);
    if (mark.landscape) {
      lists.other(boundaryBlock(mark.landscape), undefined, undefined);
      last = undefined;
      continue;
    }
    for (const block of splitAtBreaks(child)) {
      const isHead = mark.kind !== undefined && headKinds.has(mark.kind) && !isInner;
      if (mark.kind === "contents" || isBlank(block, mark)) continue;
      if (isHead && mark.kind) head.set(mark.kind, [...(head.get(mark.kind) ?? []), toString(block).trim()]);
      if (isHead) continue;
      const joined = last ? joinTo(last, block, mark) : false;
      if (joined) continue;
      const captioned = mark.kind === "caption" && last && isPicture(last.element) ? last.element : undefined;
      if (captioned) {
        caption(captioned, block);
        last = undefined;
        continue;
      }
      const element = wrap(block, mark);
      if (mark.list) lists.item(element, asTask(element, mark.list), mark.indent ?? 0);
      else if (taskMark.test(toString(element)) && !mark.kind) {
        const level = Math.max(0, Math.round(((mark.indent ?? 720) - 720) / 360));
        lists.item(element, asTask(element, { ...tasks, level }), mark.indent ?? 0);
      } else lists.other(element, mark.indent, mark.goesOn);
      last = { element, ...(mark.kind && { kind: mark.kind }) };
    }
  }
  for (const node of made) if (node.type === "element" && /^[uo]l$/.test(node.tagName)) tighten(node);
  return made;
}

/** Wraps a block according to its kind; adjacent blocks of the same kind become one. */
function wrap(block: Element, { kind, align }: Mark): Element {
  if (align !== undefined && block.tagName === "p") block.properties["dataAlign"] = align;
  switch (kind) {
    case "code":
      return h("pre", h("code", codeLine(block)));
    case "quote":
      return h("blockquote", block);
    case "callout":
    case "callout-title":
      if (kind === "callout-title") captionText(block);
      return h(
        "aside",
        { className: ["callout"] },
        kind === "callout-title" ? { ...block, properties: { className: ["callout-title"] } } : block,
      );
    case "term":
      return h("dl", { ...block, tagName: "dt" });
    case "definition":
      return h("dl", h("dd", block));
    case "caption":
      return { ...block, properties: { className: ["caption"] } };
    default:
      return block;
  }
}

function joinTo({ element: before, kind: earlier }: Last, block: Element, { kind }: Mark): boolean {
  const [code] = before.children;
  const isOfTerm = (earlier === "term" || earlier === "definition") && (kind === "term" || kind === "definition");
  if (isOfTerm) before.children.push(kind === "term" ? { ...block, tagName: "dt" } : h("dd", block));
  if (isOfTerm) return true;
  if (kind === "callout" && (earlier === "callout" || earlier === "callout-title")) {
    before.children.push(block);
    return true;
  }
  if (earlier !== kind) return false;
  if (kind === "code" && code?.type === "element") code.children.push({ type: "text", value: `\n${codeLine(block)}` });
  else if (kind === "quote") before.children.push(block);
  else return false;
  return true;
}

/** Replaces the no-break spaces with which word processors indent lines of code. */
function codeLine(block: Element): string {
  visit(block, "element", (node, index, parent) => {
    if (node.tagName === "br" && parent && index !== undefined) parent.children[index] = { type: "text", value: "\n" };
  });
  return toString(block).replaceAll("\u00A0", " ");
}

const tasks = { id: "tasks", kindId: "tasks", beginsAnew: false, ordered: false, start: 1 };

const taskMark = /^\s*([☐☑☒🗹✓✔])\s+/u;

/** Makes an item that begins with a check box a task. */
function asTask(block: Element, list: ListMark): ListMark {
  const found = taskMark.exec(toString(block));
  if (!found) return list;
  let left = found[0].length;
  visit(block, "text", (node) => {
    const cut = Math.min(left, node.value.length);
    node.value = node.value.slice(cut);
    left -= cut;
    if (cut > 0 && left === 0) node.value = node.value.trimStart();
  });
  block.children.unshift(h("input", { type: "checkbox", checked: found[1] !== "☐" }), { type: "text", value: " " });
  return list;
}

function caption(picture: Element, block: Element): void {
  captionText(block);
  const children = picture.children;
  picture.tagName = "figure";
  picture.children = [...children, h("figcaption", ...block.children)];
}

/** Splits a paragraph at page breaks. */
function splitAtBreaks(block: Element): Element[] {
  const parts: Element[] = [];
  let rest: ElementContent[] = [];
  const close = (): void => {
    if (rest.length > 0) parts.push({ ...block, children: rest });
    rest = [];
  };
  for (const child of block.children) {
    if (child.type === "element" && child.tagName === "hr") {
      close();
      parts.push(child);
    } else rest.push(child);
  }
  close();
  return parts.length > 0 ? parts : [block];
}

function isBlank(block: Element, { kind }: Mark): boolean {
  if (kind === "code" || block.tagName !== "p" || toString(block).trim() !== "") return false;
  let hasMore = false;
  visit(block, "element", (node) => {
    if (["img", "input", "code"].includes(node.tagName) || node.properties["id"] !== undefined) hasMore = true;
  });
  return !hasMore;
}
