import type { Root, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { visit } from "unist-util-visit";
import type { TreeDialect } from "../dialect.ts";

/** Divs of Quarto that are more than a div: figures and tables with their captions, theorems, sets of tabs. */
export const quartoDivs: TreeDialect = {
  name: "figures and tabs in divs (Quarto)",
  read(tree: Root) {
    let first: number | undefined;
    visit(tree, "containerDirective", (node) => {
      if (node.name === "div" && (readFigure(node) || readTabs(node))) first ??= node.position?.start.line;
    });
    return first;
  },
};

/** `::: {#fig-name}`: the last paragraph is the caption. */
function readFigure(node: ContainerDirective): boolean {
  const [, kind] = /^(fig|tbl|lst)[-:]/.exec(node.attributes?.["id"] ?? "") ?? [];
  const last = node.children.at(-1);
  if (kind === undefined || node.children.length < 2 || last?.type !== "paragraph") return false;
  node.name = kind === "tbl" ? "table" : "figure";
  const caption = { ...last, data: { directiveLabel: true } };
  node.children = [caption, ...node.children.slice(0, -1)];
  return true;
}

/** Headings of tabs are no sections of the text. */
function readTabs(node: ContainerDirective): boolean {
  const classes = node.attributes?.["class"]?.split(/\s+/) ?? [];
  if (!classes.includes("panel-tabset") && !classes.includes("tabset")) return false;
  node.children = node.children.map((child): RootContent =>
    child.type === "heading"
      ? {
          type: "paragraph",
          children: [{ type: "strong", children: child.children, ...(child.position && { position: child.position }) }],
          ...(child.position && { position: child.position }),
        }
      : child,
  ) as ContainerDirective["children"];
  return true;
}
