import { rewriteOperations } from "../read/content-stream.ts";
import type { Renamed } from "./merge-resources.ts";

/** The resource categories in which an operator looks up its operand (ISO 32000-1, 7.8.3, table 33). */
const categories: Readonly<Record<string, readonly string[]>> = {
  Tf: ["Font"],
  gs: ["ExtGState"],
  Do: ["XObject"],
  sh: ["Shading"],
  cs: ["ColorSpace"],
  CS: ["ColorSpace"],
  scn: ["Pattern"],
  SCN: ["Pattern"],
  BDC: ["Properties"],
  DP: ["Properties"],
};

/** Returns a page's content with marked content numbered from `firstId` and with renamed resources. */
export function rewriteContent(content: string, firstId: number, renamed: Renamed): string {
  return rewriteOperations(content, (operator, text) => {
    const known = categories[operator];
    if (!known) return undefined;
    const names = known.flatMap((category) => [...(renamed.get(category) ?? [])]);
    const numbered = text.replace(/(\/MCID\s+)(\d+)/, (_, key: string, id: string) => key + (Number(id) + firstId));
    const isMark = operator === "BDC" || operator === "DP";
    return rename(numbered, new Map(names), isMark ? 1 : 0);
  });
}

/** The tag of marked content precedes the name of its property list. */
function rename(text: string, names: ReadonlyMap<string, string>, before: number): string {
  if (names.size === 0) return text;
  let count = -1;
  return text.replaceAll(/\/([^\s()<>[\]{}/%]+)/g, (whole, name: string) => {
    count += 1;
    const chosen = count === before ? names.get(name) : undefined;
    return chosen === undefined ? whole : `/${chosen}`;
  });
}
