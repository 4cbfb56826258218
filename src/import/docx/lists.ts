import type { Element } from "hast";
import { h } from "hastscript";
import type { ListMark } from "./mark.ts";

interface OpenList {
  readonly element: Element;
  id: string;
  readonly kindId: string;
  readonly level: number;
  readonly ordered: boolean;
  readonly indent: number;
}

/** Returns functions that nest paragraphs with numbers or bullets, and those indented below them, in lists. */
export function listBuilder(place: (block: Element) => void) {
  const open: OpenList[] = [];
  const lastItem = (): Element | undefined => open.at(-1)?.element.children.at(-1) as Element | undefined;

  /** Adds a new item. */
  function item(block: Element, list: ListMark, indent: number): void {
    while ((open.at(-1)?.level ?? -1) > list.level) open.pop();
    const top = open.at(-1);
    const isOther =
      top?.level === list.level && (top.ordered !== list.ordered || (list.ordered && isAnother(top, list)));
    if (isOther) open.pop();
    if (open.at(-1)?.level !== list.level) {
      const element = h(list.ordered ? "ol" : "ul", list.ordered && list.start !== 1 ? { start: list.start } : {});
      const parent = lastItem();
      if (parent) parent.children.push(element);
      else place(element);
      open.push({ element, indent, ...list });
    }
    const current = open.at(-1);
    if (current) current.id = list.id;
    current?.element.children.push(h("li", block));
  }

  /** Adds a block without a number: to an item if it is indented like it, or continues its level. */
  function other(block: Element, indent: number | undefined, level: number | undefined): void {
    while (open.length > 0) {
      const top = open.at(-1);
      const belongs =
        level === undefined ? indent !== undefined && indent >= (top?.indent ?? 0) - 20 : level >= (top?.level ?? 0);
      if (top && belongs) break;
      open.pop();
    }
    const parent = lastItem();
    if (parent) parent.children.push(block);
    else place(block);
  }

  return { item, other };
}

function isAnother(open: OpenList, list: ListMark): boolean {
  return open.id !== list.id && (open.kindId !== list.kindId || list.beginsAnew);
}

/** Unwraps the paragraph of single-paragraph items, so that lists stay tight. */
export function tighten(list: Element): void {
  const items = list.children.filter((child): child is Element => child.type === "element");
  const isLoose = items.some(({ children }) =>
    children.slice(1).some((child) => child.type === "element" && !/^[uo]l$/.test(child.tagName)),
  );
  for (const item of items) {
    const [first, ...rest] = item.children;
    if (!isLoose && first?.type === "element" && first.tagName === "p") item.children = [...first.children, ...rest];
    for (const child of rest) if (child.type === "element" && /^[uo]l$/.test(child.tagName)) tighten(child);
  }
}
