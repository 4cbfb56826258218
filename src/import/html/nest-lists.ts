import type { Element, ElementContent, Root } from "hast";

/** Moves a list directly inside a list, as word processors write it, into the preceding item. */
export function nestLists(node: Root | Element): void {
  const remaining: ElementContent[] = [];
  for (const child of node.children as ElementContent[]) {
    const before = remaining.findLast((candidate) => candidate.type !== "text" || candidate.value.trim() !== "");
    const list = before?.type === "element" && isList(before) ? before : undefined;
    if (child.type === "element" && isList(child) && list && isNested(child)) addTo(list, child.children);
    else if (child.type === "element" && isList(child) && list && isNested(list) && list.tagName === child.tagName)
      list.children.push(...child.children);
    else remaining.push(child);
  }
  node.children = remaining;
  for (const child of remaining) {
    if (child.type !== "element") continue;
    if (isList(child)) {
      const inner = child.children;
      child.children = [];
      addTo(child, inner);
    }
    nestLists(child);
  }
}

/** Adds items, and moves lists into the preceding item. */
function addTo(list: Element, children: readonly ElementContent[]): void {
  for (const child of children) {
    const item = list.children.findLast((candidate): candidate is Element => candidate.type === "element");
    if (child.type === "element" && isList(child) && item) item.children.push(child);
    else if (child.type === "element" && isList(child)) list.children.push(...child.children);
    else list.children.push(child);
  }
  list.properties["dataNested"] = children.some((child) => child.type === "element" && isList(child)) || undefined;
}

function isNested(list: Element): boolean {
  const first = list.children.find((child) => child.type === "element");
  return list.properties["dataNested"] === true || (first?.type === "element" && isList(first));
}

function isList(node: Element): boolean {
  return node.tagName === "ul" || node.tagName === "ol";
}
