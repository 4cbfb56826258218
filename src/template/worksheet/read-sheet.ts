import type { Element, Root } from "hast";

/** Space to fill in: lines to write on, or a blank with a width in millimetres. */
export type Sheet =
  { readonly kind: "write-on"; readonly lines: number } | { readonly kind: "field"; readonly width: number };

/** Returns what an element asks its reader to fill in, and removes its attributes; `undefined` for other elements. */
export function readSheet(node: Element): Sheet | undefined {
  const { dataLines, dataWidth, ...properties } = node.properties;
  if (dataLines === undefined && dataWidth === undefined) return undefined;
  node.properties = properties;
  return dataLines === undefined
    ? { kind: "field", width: between(10, Number(dataWidth), 160) }
    : { kind: "write-on", lines: between(1, Number(dataLines), 40) };
}

/** Reports whether a tree contains space to fill in. */
export function holdsSheet(tree: Root | Element): boolean {
  const { dataLines, dataWidth } = tree.type === "element" ? tree.properties : {};
  if (dataLines !== undefined || dataWidth !== undefined) return true;
  return tree.children.some((child) => child.type === "element" && holdsSheet(child));
}

/** Raw HTML may contain any number, or none. */
function between(least: number, value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : least;
}
