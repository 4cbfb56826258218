import type { Job } from "./repair.ts";
import { elementsOf, setType, typeOf } from "../read/structure-tree.ts";

/**
 * The first heading is an H1, and none is more than a level below the one before it (ISO 14289-1, 7.4.2), whatever an
 * author skips. Headings of the same level under the same heading stay on the same level.
 */
export function levelHeadings({ document }: Job): void {
  const above: number[] = [];
  for (const { dict } of elementsOf(document)) {
    const level = Number(/^H([1-6])$/.exec(typeOf(dict))?.[1] ?? 0);
    if (level === 0) continue;
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    setType(dict, `H${above.length}`);
  }
}
