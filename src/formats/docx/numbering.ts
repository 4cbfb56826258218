import { AlignmentType, type INumberingOptions, LevelFormat } from "docx";
import type { Root } from "hast";
import { visit } from "../../model/visit.ts";

const levels = Array.from({ length: 9 }, (_, level) => level);
const indent = (level: number) => ({ paragraph: { indent: { start: 360 * (level + 2), hanging: 360 } } });

/** Returns the name of the numbering that starts at `start`. */
export function numbersFrom(start: number): string {
  return start === 1 ? "numbers" : `numbers-${start}`;
}

/** Returns the bullets and numbers of a text's lists, nine levels deep (ECMA-376, 17.9). */
export function numberingFor(tree: Root): INumberingOptions {
  const starts = new Set([1]);
  visit(tree, "element", ({ tagName, properties }) => {
    if (tagName === "ol") starts.add(Number(properties["start"] ?? 1));
  });
  return { config: [bullets, ...Array.from(starts, numbers)] };
}

const bullets: INumberingOptions["config"][number] = {
  reference: "bullets",
  levels: levels.map((level) => ({
    level,
    format: LevelFormat.BULLET,
    text: level % 2 === 0 ? "•" : "–",
    alignment: AlignmentType.START,
    style: indent(level),
  })),
};

function numbers(start: number): INumberingOptions["config"][number] {
  return {
    reference: numbersFrom(start),
    levels: levels.map((level) => ({
      level,
      start,
      format:
        [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN][level % 3] ?? LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      alignment: AlignmentType.START,
      style: indent(level),
    })),
  };
}
