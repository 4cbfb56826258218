import type { Root, RootContent } from "mdast";
import type { FrontProse } from "../../config/adopt/front-prose.ts";
import { visit } from "../../model/visit.ts";
import type { BlockLine, BlockReader } from "./block.ts";
import { boxClass } from "./callouts.ts";
import { directiveNode } from "./nodes.ts";
import { addOffsets } from "./relocate.ts";

/** Returns the lines of a text in the front matter. */
function linesOf({ text, line }: FrontProse, places: readonly LinePosition[] | undefined): BlockLine[] {
  return text.split("\n").map((written, index) => ({ text: written, line, column: 1, ...places?.[index] }));
}

type LinePosition = Pick<BlockLine, "line" | "column">;

/** Finds each line in the front matter. Undefined where YAML writes it otherwise: folded, or with escapes. */
function placesOf({ text, line }: FrontProse, texts: readonly string[]): LinePosition[] | undefined {
  const places: LinePosition[] = [];
  for (const written of text.split("\n")) {
    const words = written.replace(/^- /, "").trim();
    const start = places.at(-1)?.line ?? line - 1;
    const index = words === "" ? start : indexFrom(texts, start, words);
    const found = texts[index];
    if (found === undefined) return undefined;
    places.push({ line: index + 1, column: Math.max(1, found.indexOf(words) + 1 - written.indexOf(words)) });
  }
  return places;
}

function indexFrom(texts: readonly string[], start: number, words: string): number {
  return texts.findIndex((text, index) => index >= start && text.includes(words));
}

interface Reading {
  readonly texts: readonly string[];
  /** Offsets of the line starts. */
  readonly starts: readonly number[];
  readonly reader: BlockReader;
}

/** Parses a text of the front matter to a box. What does not stand in the file as it is read has no positions there. */
export function frontProseToBox(part: FrontProse, { texts, starts, reader }: Reading): RootContent[] {
  const places = placesOf(part, texts);
  const attributes = { class: boxClass(part.box), lang: part.language };
  const key = { text: "", line: part.line, column: 1 };
  const built = [directiveNode("note", [], reader.blocks(linesOf(part, places)), [key], attributes)];
  addOffsets(built, starts);
  const root: Root = { type: "root", children: built };
  if (places === undefined) visit(root, (node) => void delete node.position);
  return built;
}

/** Number of letters from which a text that stands in another is a repetition. */
const repetition = 12;

/** Leaves out what the text repeats, compared by its letters and digits. */
export function withoutRepeated(parts: readonly FrontProse[], body: string): FrontProse[] {
  if (parts.length === 0) return [];
  const letters = (text: string): string => text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]+/gu, "");
  const written = letters(body);
  return parts.filter(({ text }) => letters(text).length < repetition || !written.includes(letters(text)));
}

/** Inserts boxes behind the heading of the title, or at the start, and those that come last at the end. */
export function insertProse(
  tree: Root,
  parts: readonly FrontProse[],
  isTitled: boolean,
  read: (part: FrontProse) => RootContent[],
): void {
  const [first] = tree.children;
  const isTitle = !isTitled && first?.type === "heading";
  tree.children.splice(isTitle ? 1 : 0, 0, ...parts.filter(({ isLast }) => !isLast).flatMap(read));
  tree.children.push(...parts.filter(({ isLast }) => isLast).flatMap(read));
}
