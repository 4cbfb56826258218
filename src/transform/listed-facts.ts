import type { Element } from "hast";
import type { Facts } from "../config/facts-file.ts";
import { writeValue } from "../config/write-value.ts";
import { blocksOf } from "../model/blocks.ts";
import { blockId } from "../model/page-map.ts";
import type { Draft } from "./article.ts";

/** A fact stated in a text, for listing outside the text. */
export interface ListedFact {
  readonly id: string;
  readonly statement: string;
  /** Formatted for the language of the text. */
  readonly value: string;
  /** Days as `YYYY-MM-DD`. */
  readonly checked: string;
  readonly recheck?: string;
  /** Ids of the blocks that state it, as they are measured on paper: the author's, and that of the block's name. */
  readonly blocks: readonly string[];
}

/** A chapter whose blocks have names. */
type StatingChapter = Pick<Draft, "facts" | "factPlaces" | "body" | "footnotes">;

/** Returns the facts that a text states, in the order of their file. */
export function listedFacts(facts: Facts, chapters: readonly StatingChapter[], language: string): ListedFact[] {
  const used = new Set(chapters.flatMap((chapter) => [...chapter.facts]));
  const stating = Map.groupBy(chapters.flatMap(blocksOfFacts), ({ fact }) => fact);
  return [...facts.values()]
    .filter(({ id }) => used.has(id))
    .map(({ id, statement, checked, recheck, ...value }) => {
      const written = writeValue(value, language);
      const blocks = [...new Set(stating.get(id)?.flatMap(({ ids }) => ids))];
      return { id, statement, value: written, checked, ...(recheck !== undefined && { recheck }), blocks };
    });
}

/** Returns the innermost block around each place. */
function blocksOfFacts(chapter: StatingChapter): { readonly fact: string; readonly ids: readonly string[] }[] {
  if (chapter.factPlaces.length === 0) return [];
  const blocks = [chapter.body, chapter.footnotes].flatMap(blocksOf);
  return chapter.factPlaces.map(({ id: fact, offset }) => {
    const block = blocks.findLast(({ position }) => holds(position, offset));
    const { id } = block?.properties ?? {};
    const name = block?.data?.block;
    return { fact, ids: [...(id ? [String(id)] : []), ...(name === undefined ? [] : [blockId(name)])] };
  });
}

function holds(position: Element["position"], offset: number): boolean {
  const { start, end } = position ?? {};
  return (start?.offset ?? Infinity) <= offset && offset < (end?.offset ?? -1);
}
