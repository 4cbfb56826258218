import type { Element } from "hast";
import type { NavigationPoint } from "../../../model/book.ts";
import { textOf } from "../../../model/text-of.ts";

interface Heading {
  readonly level: number;
  readonly title: string;
  readonly address: string;
  readonly language: string | undefined;
}

/** A navigation point under construction. */
interface OpenPoint extends NavigationPoint {
  readonly children: OpenPoint[];
}

interface Navigable {
  readonly path: string;
  readonly language: string | undefined;
  readonly tree: Element;
}

/** Returns the headings of documents in order, each nested below the last preceding one of a higher level. */
export function navigate(documents: readonly Navigable[]): NavigationPoint[] {
  const top: OpenPoint[] = [];
  const open: { readonly level: number; readonly children: OpenPoint[] }[] = [{ level: 0, children: top }];
  for (const { level, title, address, language } of documents.flatMap((document) =>
    headingsOf(document.tree, document),
  )) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const point: OpenPoint = { title, address, ...(language !== undefined && { language }), children: [] };
    open.at(-1)?.children.push(point);
    open.push({ level, children: point.children });
  }
  return top;
}

/**
 * Returns the headings of sections. Headings in quotations and boxes are no navigation targets; those without text have
 * no name.
 */
function headingsOf(section: Element, within: Navigable): Heading[] {
  return section.children.flatMap((child): Heading[] => {
    if (child.type !== "element") return [];
    if (child.tagName === "section") return headingsOf(child, within);
    const [, level] = /^h([1-6])$/.exec(child.tagName) ?? [];
    const title = level === undefined ? "" : textOf(child).replaceAll(/\s+/g, " ").trim();
    if (level === undefined || title === "" || child.properties.id === undefined) return [];
    return [
      {
        level: Number(level),
        title,
        address: `${within.path}#${String(child.properties.id)}`,
        language: within.language,
      },
    ];
  });
}
