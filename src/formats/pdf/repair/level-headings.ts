import type { Job } from "./repair.ts";
import { elementsOf, setType, typeOf } from "../read/structure-tree.ts";

/**
 * Corrects heading levels (ISO 14289-1, 7.4.2): the first heading becomes H1, and no level is skipped, whatever the
 * author wrote. Headings of the same level under the same heading keep equal levels.
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
