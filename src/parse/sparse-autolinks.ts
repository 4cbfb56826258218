import type { Extension } from "mdast-util-from-markdown";
import type { Nodes, Root } from "mdast";
import type { Processor } from "unified";

type Transform = NonNullable<Extension["transforms"]>[number];

/**
 * Unified plug-in, directly after remark-gfm: bare addresses are looked for only in blocks whose text may have one. The
 * library visits all nodes four times, which is an eighth of parsing.
 */
export function remarkSparseAutolinks(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) =>
      extension.transforms ? { ...extension, transforms: extension.transforms.map(sparse) } : extension,
    );
}

function sparse(transform: Transform): Transform {
  return (tree: Root) => {
    for (const child of tree.children) if (mayHaveAddress(child)) transform({ type: "root", children: [child] });
  };
}

function mayHaveAddress(node: Nodes): boolean {
  if (node.type === "text") return /:\/\/|www\.|@/i.test(node.value);
  return "children" in node && node.children.some(mayHaveAddress);
}
