import type { Element } from "xast";
import { elementAt, elementsOf, type Parts, readPart, valueAt } from "./parts.ts";
import { indentOf } from "./styles.ts";

/** A level of a list (ECMA-376, part 1, 17.9). */
export interface ListLevel {
  readonly kind: "ordered" | "bullets" | "none";
  /** Lists of the same kind continue counting unless one restarts. */
  readonly kindId: string;
  readonly beginsAnew: boolean;
  readonly start: number;
  readonly indent: number;
}

/** Reads the levels of a document's lists. */
export function readNumbering(parts: Parts): (id: string, level: number) => ListLevel | undefined {
  const root = elementAt(readPart(parts, "word/numbering.xml"), "w:numbering");
  const abstract = new Map(
    elementsOf(root, "w:abstractNum").map((element) => [element.attributes["w:abstractNumId"], element]),
  );
  const lists = new Map(elementsOf(root, "w:num").map((element) => [element.attributes["w:numId"], element]));
  return (id, level) => {
    const list = lists.get(id);
    const found = list && abstract.get(valueAt(list, "w:abstractNumId"));
    if (!list || !found) return undefined;
    const override = levelOf(elementsOf(list, "w:lvlOverride"), level);
    const own = elementAt(override, "w:lvl") ?? levelOf(elementsOf(found, "w:lvl"), level);
    if (!own) return undefined;
    const format = valueAt(own, "w:numFmt");
    const text = valueAt(own, "w:lvlText") ?? "";
    const isBlank = format === "none" || text.trim() === "";
    return {
      kind: isBlank ? "none" : format === "bullet" ? "bullets" : "ordered",
      kindId: String(valueAt(list, "w:abstractNumId")),
      beginsAnew: valueAt(override, "w:startOverride") !== undefined,
      start: Number(valueAt(override, "w:startOverride") ?? valueAt(own, "w:start") ?? 1),
      indent: indentOf(elementAt(own, "w:pPr")) ?? 720 * (level + 1),
    };
  };
}

function levelOf(levels: readonly Element[], level: number): Element | undefined {
  return levels.find((element) => Number(element.attributes["w:ilvl"]) === level);
}
