import type { Element } from "xast";
import { limits } from "../../model/limits.ts";

/**
 * Reports whether a drawing's references repeat more content than the limit allows: ten nested patterns, or ten `use`
 * of ten `use`, are too many for any reader.
 */
export function isTooCostly(root: Element): boolean {
  const byId = new Map<string, Element>();
  index(root, byId);
  const known = new Map<Element, number>();
  const open = new Set<Element>();
  const cost = (element: Element): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    // Readers draw nothing for a self-reference.
    if (open.has(element)) return 0;
    open.add(element);
    let sum = 1 + verticesWithMarkers(element);
    for (const id of references(element)) {
      const target = byId.get(id);
      if (target) sum += cost(target) * Math.max(1, verticesWithMarkers(element));
    }
    for (const child of element.children) if (child.type === "element") sum += cost(child);
    open.delete(element);
    sum = Math.min(sum, limits.svgElements + 1);
    known.set(element, sum);
    return sum;
  };
  try {
    return cost(root) > limits.svgElements;
  } catch {
    // The chain of references is too long to follow.
    return true;
  }
}

function index(element: Element, byId: Map<string, Element>): void {
  const { id } = element.attributes;
  if (id && !byId.has(id)) byId.set(id, element);
  for (const child of element.children) if (child.type === "element") index(child, byId);
}

function references({ attributes }: Element): string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (!value?.includes("#")) return [];
    if (name === "xlink:href") return value.startsWith("#") ? [value.slice(1)] : [];
    return Array.from(value.matchAll(/url\(\s*["']?#([^"')\s]+)/gi), ([, id = ""]) => id);
  });
}

/** Returns the number of vertices, because a marker is drawn at each. */
function verticesWithMarkers({ attributes }: Element): number {
  const names = Object.entries(attributes).filter(
    ([name, value]) => name.startsWith("marker") || (name === "style" && /marker/.test(value ?? "")),
  );
  if (names.length === 0) return 0;
  return (attributes["d"] ?? attributes["points"] ?? "").match(/[\d.]+[\s,]+-?[\d.]+/g)?.length ?? 0;
}
