import type { ElementContent } from "hast";
import { h } from "hastscript";
import { isElement } from "../hast.ts";

/** Makes a link to the work with a key around some words. */
export type LinkTo = (key: string, words: readonly ElementContent[]) => ElementContent;

/**
 * What the processor marked as a part of a cite becomes a link to its work; parts of one cite that stand side by side
 * ("Lee" and "2019" in "Lee, 2019") are one link with what is between them.
 */
export function linkCites(nodes: readonly ElementContent[], link: LinkTo): ElementContent[] {
  const linked: ElementContent[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as ElementContent;
    const key = keyOf(node);
    if (key !== undefined) {
      const end = endOfCite(nodes, index, key);
      linked.push(link(key, nodes.slice(index, end + 1).flatMap(unmark)));
      index = end;
    } else linked.push(isElement(node) ? { ...node, children: linkCites(node.children, link) } : node);
  }
  return linked;
}

/** In a numeric style the processor leaves some numbers unmarked: those that belong to the cited works are marked. */
export function markNumbers(nodes: readonly ElementContent[], keys: ReadonlyMap<string, string>): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (isElement(node))
      return [keyOf(node) === undefined ? { ...node, children: markNumbers(node.children, keys) } : node];
    if (node.type !== "text") return [node];
    return node.value.split(/(?<!\p{N})(\p{N}+)(?!\p{N})/u).flatMap((piece): ElementContent[] => {
      const key = keys.get(piece);
      if (key !== undefined) return [h("span", { dataCite: key }, piece)];
      return piece === "" ? [] : [{ type: "text", value: piece }];
    });
  });
}

export function hasMark(nodes: readonly ElementContent[], key: string): boolean {
  return nodes.some((node) => isElement(node) && (keyOf(node) === key || hasMark(node.children, key)));
}

/** Marks taken out, what they mark kept. */
export function unmark(node: ElementContent): ElementContent[] {
  if (!isElement(node)) return [node];
  const children = node.children.flatMap(unmark);
  return keyOf(node) === undefined ? [{ ...node, children }] : children;
}

function keyOf(node: ElementContent | undefined): string | undefined {
  const key = isElement(node) ? node.properties["dataCite"] : undefined;
  return key === undefined ? undefined : String(key);
}

/** The index of the last mark of a key before a mark of another. */
function endOfCite(nodes: readonly ElementContent[], start: number, key: string): number {
  const rest = nodes.slice(start);
  const other = rest.findIndex((node) => ![undefined, key].includes(keyOf(node)));
  return start + (other < 0 ? rest : rest.slice(0, other)).findLastIndex((node) => keyOf(node) === key);
}
