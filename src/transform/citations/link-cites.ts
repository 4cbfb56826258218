import type { ElementContent } from "hast";
import { h } from "hastscript";
import { isElement } from "../hast.ts";

/** Wraps words in a link to the work with a key. */
export type LinkTo = (key: string, words: readonly ElementContent[]) => ElementContent;

/**
 * Turns marked parts of a cite into links to its work; adjacent parts of one cite ("Lee" and "2019" in "Lee, 2019")
 * become one link with what is between them.
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

/** Marks numbers that the processor leaves unmarked in a numeric style, if they belong to the cited works. */
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

/** Removes marks but keeps their content. */
export function unmark(node: ElementContent): ElementContent[] {
  if (!isElement(node)) return [node];
  const children = node.children.flatMap(unmark);
  return keyOf(node) === undefined ? [{ ...node, children }] : children;
}

function keyOf(node: ElementContent | undefined): string | undefined {
  const key = isElement(node) ? node.properties["dataCite"] : undefined;
  return key === undefined ? undefined : String(key);
}

/** Returns the index of the last mark of a key before a mark of another. */
function endOfCite(nodes: readonly ElementContent[], start: number, key: string): number {
  const rest = nodes.slice(start);
  const other = rest.findIndex((node) => ![undefined, key].includes(keyOf(node)));
  return start + (other < 0 ? rest : rest.slice(0, other)).findLastIndex((node) => keyOf(node) === key);
}
