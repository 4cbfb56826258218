import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from "docx";
import type { Element, Root } from "hast";
import { visit } from "../../model/visit.ts";

const levels = Array.from({ length: 9 }, (_, level) => level);
const indent = (level: number) => ({ paragraph: { indent: { start: 360 * (level + 2), hanging: 360 } } });

/** Returns the name of the numbering that starts at `start`. */
export function numbersFrom(start: number): string {
  return start === 1 ? "numbers" : `numbers-${start}`;
}

/** The numbering of sections: 1, 1.1, 1.1.1. */
export const sections = "sections";

/** Removes the numbers of headings, which Word counts, and returns their levels, from 0. */
export function takeSectionNumbers(tree: Root): Map<Element, number> {
  const found = new Map<Element, number>();
  visit(tree, "element", (node) => {
    const [first] = node.children;
    const number = first?.type === "text" ? first.data?.sectionNumber : undefined;
    if (number === undefined) return;
    node.children.shift();
    found.set(node, number.split(".").length - 1);
  });
  return found;
}

/** Returns the bullets and numbers of a text's lists, nine levels deep (ECMA-376, 17.9). */
export function numberingFor(tree: Root): INumberingOptions {
  const starts = new Set([1]);
  visit(tree, "element", ({ tagName, properties }) => {
    if (tagName === "ol") starts.add(Number(properties["start"] ?? 1));
  });
  return { config: [bullets, headings, ...Array.from(starts, numbers)] };
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

const headings: INumberingOptions["config"][number] = {
  reference: sections,
  levels: levels.slice(0, 3).map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: levels
      .slice(0, level + 1)
      .map((above) => `%${above + 1}`)
      .join("."),
    suffix: LevelSuffix.SPACE,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: 0, hanging: 0 } } },
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
