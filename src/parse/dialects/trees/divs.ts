import type { Root, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { visit } from "../../../model/visit.ts";
import type { BoxName } from "../../../i18n/messages.ts";
import { boxClass, calloutName } from "../callouts.ts";
import type { TreeDialect } from "../dialect.ts";

/** Quarto divs with special meaning: figures and tables with captions, theorems, tabs. */
export const quartoDivs: TreeDialect = {
  name: "figures and tabs in divs (Quarto)",
  read(tree: Root) {
    let first = leaveDarkOut(tree);
    visit(tree, "containerDirective", (node) => {
      const isRead = node.name === "div" ? readFigure(node) || readTheorem(node) || readTabs(node) : readTitle(node);
      if (isRead) first ??= node.position?.start.line;
    });
    return first;
  },
};

/** Keeps the light version of content that exists for light and dark screens. */
function leaveDarkOut(tree: Root): number | undefined {
  let first: number | undefined;
  const isOf = (node: RootContent | undefined, name: string): boolean =>
    node?.type === "containerDirective" && node.attributes?.["class"]?.split(/\s+/).includes(name) === true;
  visit(tree, "containerDirective", (node, index, parent) => {
    if (!parent || index === undefined || !isOf(node, "dark-content")) return undefined;
    if (!isOf(parent.children[index - 1], "light-content") && !isOf(parent.children[index + 1], "light-content"))
      return undefined;
    first ??= node.position?.start.line;
    parent.children.splice(index, 1);
    return index;
  });
  return first;
}

/** Reads `::: {#fig-name}`; the last paragraph is the caption. */
function readFigure(node: ContainerDirective): boolean {
  const [, kind] = /^(fig|tbl|lst)[-:]/.exec(node.attributes?.["id"] ?? "") ?? [];
  const last = node.children.at(-1);
  if (kind === undefined || node.children.length < 2 || last?.type !== "paragraph") return false;
  node.name = kind === "tbl" ? "table" : "figure";
  const caption = { ...last, data: { directiveLabel: true } };
  node.children = [caption, ...node.children.slice(0, -1)];
  return true;
}

const theorems: Readonly<Record<string, BoxName | "example">> = {
  alg: "algorithm",
  cnj: "conjecture",
  cor: "corollary",
  def: "definition",
  exm: "example",
  exr: "exercise",
  lem: "lemma",
  prp: "proposition",
  rem: "remark",
  sol: "solution",
  thm: "theorem",
};

/**
 * Reads `::: {#thm-name}`, whose heading is the theorem's name
 * (https://quarto.org/docs/authoring/cross-references.html#theorems-and-proofs).
 */
function readTheorem(node: ContainerDirective): boolean {
  const [, prefix = ""] = /^([a-z]{3})[-:]/.exec(node.attributes?.["id"] ?? "") ?? [];
  const kind = Object.hasOwn(theorems, prefix) ? theorems[prefix] : undefined;
  if (kind === undefined) return false;
  node.name = kind === "example" ? kind : "note";
  node.attributes = { ...node.attributes, class: boxClass(kind) ?? "" };
  readTitle(node);
  return true;
}

/** Uses a heading at the start of a callout as its title. */
function readTitle(node: ContainerDirective): boolean {
  if (calloutName(node.name) === undefined) return false;
  const [first] = node.children;
  const hasLabel =
    first?.type === "paragraph" && (first.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true;
  const heading = node.children[0];
  if (hasLabel || heading?.type !== "heading") return false;
  const label = {
    type: "paragraph" as const,
    children: heading.children,
    data: { directiveLabel: true },
    ...(heading.position && { position: heading.position }),
  };
  node.children = [label, ...node.children.slice(1)];
  return true;
}

/** Reads tabs, whose headings are not sections of the text. */
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
