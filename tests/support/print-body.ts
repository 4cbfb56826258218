import type { ElementContent, Nodes, RootContent } from "hast";
import { toHtml } from "hast-util-to-html";

const containers = new Set(
  `article aside blockquote details div dl dd figure footer header li nav ol section table tbody tfoot thead tr ul`.split(
    " ",
  ),
);

const blocks = new Set([
  ...containers,
  ..."address caption dt figcaption h1 h2 h3 h4 h5 h6 hr p pre summary td th".split(" "),
]);

/**
 * hast as HTML for people: a line for each block, what it holds indented below it. White space that a browser would
 * not show is left out; spaces that are not U+0020 are written as references, so that they can be seen.
 */
export function printBody(nodes: readonly (RootContent | ElementContent)[], indent = ""): string {
  return groups(nodes)
    .map((group) => (Array.isArray(group) ? inline(group, indent) : block(group, indent)))
    .filter((text) => text.trim() !== "")
    .join("");
}

type Node = RootContent | ElementContent;

/** Blocks one by one, and what stands between them together. */
function groups(nodes: readonly Node[]): (Node | Node[])[] {
  const found: (Node | Node[])[] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    if (isBlock(node)) found.push(node);
    else if (Array.isArray(last)) last.push(node);
    else found.push([node]);
  }
  return found;
}

function isBlock(node: Node): boolean {
  return node.type === "element" && blocks.has(node.tagName);
}

function block(node: Node, indent: string): string {
  if (node.type !== "element" || !containers.has(node.tagName) || !node.children.some(isBlock)) {
    return `${indent}${shown(html(node))}\n`;
  }
  const [open = ""] = html({ ...node, children: [] }).split(`</${node.tagName}>`);
  return `${indent}${open}\n${printBody(node.children, `${indent}  `)}${indent}</${node.tagName}>\n`;
}

function inline(nodes: readonly Node[], indent: string): string {
  return `${indent}${shown(nodes.map(html).join("")).trim()}\n`;
}

function html(node: Nodes): string {
  return toHtml(node, { closeEmptyElements: false });
}

/** Line ends that mean a space become one, except in `pre`. */
function shown(text: string): string {
  const plain = text.startsWith("<pre") ? text : text.replaceAll(/[ \t]*\n\s*/g, " ").replace(/ (<\/\w+>)$/, "$1");
  return plain.replaceAll(/[\u00A0\u00AD\u2000-\u200F\u202A-\u202F\u2060\uFEFF]/g, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `&#x${code.toString(16).toUpperCase()};`;
  });
}
