import type { PhrasingContent } from "mdast";

const address = /https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Turns web and mail addresses in a text into links. */
export function linkAddresses(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let end = 0;
  for (const found of text.matchAll(address)) {
    if (found.index > end) nodes.push({ type: "text", value: text.slice(end, found.index) });
    const [value] = found;
    const url = value.includes("://") ? value : `mailto:${value}`;
    nodes.push({ type: "link", url, children: [{ type: "text", value }] });
    end = found.index + value.length;
  }
  if (end < text.length || nodes.length === 0) nodes.push({ type: "text", value: text.slice(end) });
  return nodes;
}
