import type { Code, Root } from "mdast";
import { diagramLanguages } from "./diagrams/diagram.ts";
import { visit } from "../model/visit.ts";

const languages = ["chart", "vega-lite", ...diagramLanguages.keys()];

/** Returns the fenced blocks of an article that are to be drawn, in order. */
export function findBlocks(tree: Root): Code[] {
  const blocks: Code[] = [];
  visit(tree, "code", (node) => void (languages.includes(node.lang ?? "") && blocks.push(node)));
  return blocks;
}
