import type { Element, Root } from "hast";
import { SKIP, visit } from "../../../model/visit.ts";
import { blocksOf } from "../../../model/blocks.ts";
import { blockId } from "../../../model/page-map.ts";
import { rowsOf } from "../compose/mark-long-tables.ts";
import { findFootnotes, type FoundFootnote, footnoteSections } from "./find-footnotes.ts";
import { classesOf, elementsIn } from "../../../model/hast.ts";

/** What the footnote layout needs to know of a text; everything is identified by id. */
export interface TextFlow {
  readonly notes: readonly FoundFootnote[];
  /** The blocks of the text in order, without those of footnotes. */
  readonly blocks: readonly string[];
  /** Tables and definition lists that may break across pages. */
  readonly tables: readonly LongTable[];
  /** Blocks with a forced page break before them. */
  readonly turns: ReadonlySet<string>;
}

export interface LongTable {
  /** The first block of each row. */
  readonly rows: readonly string[];
  /** The block that follows the table. */
  readonly next?: string;
}

export function readFlow(tree: Root): TextFlow {
  const sections = footnoteSections(tree);
  const ofNotes = new Set(sections.flatMap(blocksOf));
  const blocks = blocksOf(tree).filter((block) => !ofNotes.has(block));
  const tables: LongTable[] = [];
  const turns = new Set<string>();
  let chapters = 0;
  visit(tree, "element", (node) => {
    if (sections.includes(node)) return SKIP;
    const classes = classesOf(node);
    const rows = node.tagName === "dl" ? groupsOf(node) : classes.includes("long") ? rowsOf(node) : [];
    const next = blocks[blocks.indexOf(blocksOf(node).at(-1) ?? node) + 1];
    if (rows.length > 0) tables.push({ rows: rows.map(idOf), ...(next && { next: idOf(next) }) });
    if (classes.includes("chapter")) chapters += 1;
    const turnsPage = classes.includes("new-page") || classes.includes("part-title");
    if (turnsPage || (classes.includes("chapter") && chapters > 1)) {
      turns.add(idOf(node.data?.block === undefined ? (blocksOf(node)[0] ?? node) : node));
    }
    return undefined;
  });
  return { notes: findFootnotes(tree), blocks: blocks.map(idOf), tables, turns };
}

/** Returns the first term of each group of terms and definitions. */
function groupsOf(list: Element): Element[] {
  const parts = elementsIn(list);
  return parts.filter(({ tagName }, index) => tagName === "dt" && parts[index - 1]?.tagName !== "dt");
}

function idOf({ properties: { id }, data }: Element): string {
  return String(id ?? blockId(data?.block ?? ""));
}
