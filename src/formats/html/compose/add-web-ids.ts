import type { Root } from "hast";
import { h } from "hastscript";
import { visit } from "../../../model/visit.ts";

/** Adds GitHub's ids to headings whose own id differs because XML names cannot begin with a digit or a hyphen. */
export function addWebIds(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.data?.webId !== undefined) node.children.unshift(h("span", { id: node.data.webId }));
  });
}
