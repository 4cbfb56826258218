const parents = new Set(
  "root element paragraph heading blockquote list listItem table tableRow tableCell emphasis strong delete link footnoteDefinition".split(
    " ",
  ),
);

/** Deeper than any text is; a node that holds itself has no end. */
const deepest = 2000;

/** Throws unless the value is a list of unist nodes (https://github.com/syntax-tree/unist): a plug-in may return anything. */
export function requireNodes(value: unknown, what = "it returns"): void {
  if (!Array.isArray(value)) throw new Error(`What ${what} is no list of nodes.`);
  const open = value.map((node: unknown) => ({ node, depth: 0 }));
  for (let one = open.pop(); one; one = open.pop()) {
    const fault = faultOf(one.node);
    if (fault !== undefined) throw new Error(`A node that ${what} ${fault}.`);
    if (one.depth > deepest) throw new Error(`A node that ${what} is nested too deeply, or in itself.`);
    const { children = [] } = one.node as { readonly children?: readonly unknown[] };
    for (const node of children) open.push({ node, depth: one.depth + 1 });
  }
}

function faultOf(node: unknown): string | undefined {
  if (typeof node !== "object" || node === null) return `is ${node === null ? "null" : `a ${typeof node}`}`;
  const { type, children, tagName, properties, value, url } = node as Readonly<Record<string, unknown>>;
  if (typeof type !== "string") return "has no type";
  if (children === undefined ? parents.has(type) : !Array.isArray(children))
    return `("${type}") has no list of children`;
  if (type === "element" && (typeof tagName !== "string" || typeof properties !== "object" || properties === null))
    return `("${type}") has no tagName or no properties`;
  if (type === "text" && typeof value !== "string") return '("text") has no value';
  if ((type === "link" || type === "image") && typeof url !== "string") return `("${type}") has no url`;
  return undefined;
}
