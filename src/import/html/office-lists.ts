import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { h } from "hastscript";
import { SKIP, visit } from "../../model/visit.ts";
import { classesOf } from "../../model/hast.ts";

interface Item {
  readonly level: number;
  readonly ordered: boolean;
  readonly start: number;
  readonly content: Element;
}

/**
 * Turns the list paragraphs of Word and Outlook into lists: each is a `p` whose bullet or number is text, in a span of
 * its own (`mso-list:Ignore`). Also nests the lists of Google Docs, whose levels follow each other as separate lists.
 */
export function buildOfficeLists(node: Root | Element): void {
  const built: ElementContent[] = [];
  let run: Item[] = [];
  const close = (): void => {
    if (run.length > 0) built.push(...toLists(run));
    run = [];
  };
  for (const child of node.children as ElementContent[]) {
    const isBlank = child.type === "text" && child.value.trim() === "";
    const items = child.type === "element" ? (readParagraph(child) ?? readGoogleList(child)) : undefined;
    if (items) run.push(...items);
    else if (run.length === 0 || !isBlank) {
      close();
      built.push(child);
    }
  }
  close();
  node.children = built;
  for (const child of built) if (child.type === "element" && !/^[ou]l$/.test(child.tagName)) buildOfficeLists(child);
}

function readParagraph(node: Element): [Item] | undefined {
  const style = String(node.properties["style"] ?? "");
  const named = classesOf(node).some((name) => name.startsWith("MsoListParagraph"));
  if (node.tagName !== "p" || (!named && !/mso-list:\s*l\d/.test(style))) return undefined;
  const mark = takeMark(node);
  if (mark === undefined) return undefined;
  const level = /mso-list:[^;]*\blevel(\d)/.exec(style)?.[1] ?? levelOfMargin(style);
  const [ordered, number = "1"] = /^\(?(?:(\d+)|[a-z]|[ivxl]+)[.)]/i.exec(mark) ?? [];
  return [
    { level: Number(level), ordered: ordered !== undefined, start: Number(number), content: h("li", ...node.children) },
  ];
}

/** Removes the bullet or number from a paragraph and returns it. */
function takeMark(node: Element): string | undefined {
  let mark: string | undefined;
  visit(node, "element", (span, index, parent) => {
    if (mark !== undefined || span.tagName !== "span" || !parent || index === undefined) return undefined;
    const style = String(span.properties["style"] ?? "");
    // In "Web Page, Filtered" only the small white space behind the bullet says what it is.
    const filler = span.children.some(
      (child) => child.type === "element" && /font:\s*7(?:\.0)?pt/.test(String(child.properties["style"] ?? "")),
    );
    if (!/mso-list:\s*ignore/i.test(style) && !filler) return undefined;
    mark = toString(span).trim();
    parent.children.splice(index, 1);
    return SKIP;
  });
  return mark;
}

/** Word indents each level by half an inch. */
function levelOfMargin(style: string): number {
  const [, size = "36", unit = "pt"] = /margin-left:\s*([\d.]+)(in|pt|cm)/.exec(style) ?? [];
  const points = Number(size) * (unit === "in" ? 72 : unit === "cm" ? 28.35 : 1);
  return Math.max(1, Math.round(points / 36));
}

function readGoogleList(node: Element): Item[] | undefined {
  const level = classesOf(node).flatMap((name) => /^lst-kix_\w+-(\d)$/.exec(name)?.[1] ?? [])[0];
  if (level === undefined || !/^[ou]l$/.test(node.tagName)) return undefined;
  const items = node.children.filter((child): child is Element => child.type === "element");
  const start = Number(node.properties["start"] ?? 1);
  const ordered = node.tagName === "ol";
  return items.map((content, index) => ({ level: Number(level) + 1, ordered, start: start + index, content }));
}

/** Nests items by level; a change between bullets and numbers on one level begins another list. */
function toLists(items: readonly Item[]): Element[] {
  const lists: Element[] = [];
  const open: { level: number; list: Element }[] = [];
  for (const { level, ordered, start, content } of items) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const name = ordered ? "ol" : "ul";
    const last = open.at(-1);
    if (last?.level === level && last.list.tagName === name) {
      last.list.children.push(content);
      continue;
    }
    if (last?.level === level) open.pop();
    const list = h(name, ordered && start > 1 ? { start } : {}, content);
    const outer = open.at(-1)?.list.children.at(-1);
    if (outer?.type === "element") outer.children.push(list);
    else lists.push(list);
    open.push({ level, list });
  }
  return lists;
}
