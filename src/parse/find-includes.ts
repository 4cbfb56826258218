import type { Code, Parents, PhrasingContent, Root, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import { visit } from "../model/visit.ts";

/** An `::include{file=part.md}` in a tree. */
export interface Include {
  /** Position in its original file, wherever the tree is moved later. */
  readonly position: LeafDirective["position"];
  readonly attributes: Readonly<Record<string, string>>;
  /** Shown where the file cannot be read. */
  readonly label: readonly PhrasingContent[];
  /** Replaces it by other content. */
  readonly replace: (content: readonly RootContent[]) => void;
}

export function findIncludes(tree: Root): Include[] {
  const found: Include[] = [];
  visit(tree, "leafDirective", (node, _, parent) => {
    if (node.name !== "include" || !parent) return;
    const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? ""] as const);
    found.push({
      position: node.position,
      attributes: Object.fromEntries(attributes),
      label: node.children,
      replace: (content) => replace(node, parent, content),
    });
  });
  return found;
}

function replace(node: DirectiveInTree, parent: Parents, content: readonly RootContent[]): void {
  const { children } = parent as Root;
  children.splice(children.indexOf(node), 1, ...content);
}

export type DirectiveInTree = ContainerDirective | LeafDirective;

/** A table in a tree that is filled from a file. */
export interface TableOfFile {
  readonly node: DirectiveInTree;
  readonly replace: (content: readonly RootContent[]) => void;
}

/** Finds `::table[Caption]{src=data.csv}`, also as a block. */
export function findTables(tree: Root): TableOfFile[] {
  const found: TableOfFile[] = [];
  visit(tree, (node, _, parent) => {
    if (node.type !== "leafDirective" && node.type !== "containerDirective") return;
    if (node.name !== "table" || !parent || (node.attributes?.["src"] ?? "") === "") return;
    found.push({ node, replace: (content) => replace(node, parent, content) });
  });
  return found;
}

/** A line of a code block that includes lines of a file. */
export interface CodeInclude {
  /** Counted from 0, in the code. */
  readonly line: number;
  readonly indent: string;
  readonly address: string;
  /** Lines or a name; empty for the whole file. */
  readonly part: string;
}

/** Returns the code blocks of a tree that include files. */
export function findCodeIncludes(tree: Root): { readonly code: Code; readonly includes: readonly CodeInclude[] }[] {
  const found: { code: Code; includes: readonly CodeInclude[] }[] = [];
  visit(tree, "code", (code) => {
    const { includes } = (code.data ?? {}) as { includes?: readonly CodeInclude[] };
    if (includes) found.push({ code, includes });
  });
  return found;
}
