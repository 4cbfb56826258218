import { PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { deflated } from "../read/page-content.ts";
import type { Cluster } from "../read/shown-text.ts";
import { readFont } from "../read/font.ts";
import { writeUnicodeMap } from "../read/to-unicode.ts";
import type { Job } from "./repair.ts";

/** The text of a glyph that is only part of a letter: it has no width and joins its neighbours. */
const part = "\u2060";

/** The text of a glyph whose meaning is unknown. */
const unknown = "\uFFFD";

/**
 * Maps every glyph to a character other than U+0000 (ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.7.2). The browser gives
 * no character for contextual forms, as in Arabic or Devanagari; their replacement text does.
 */
export function nameGlyphs({ document, pages }: Job): void {
  const shown = [...pages.values()].map(({ content }) => content.shown.byFont);
  for (const dict of fontsOf(document)) {
    const clusters = shown.flatMap((fonts) => [...(fonts.get(dict)?.clusters.values() ?? [])]);
    const { unicode = new Map<number, string>(), isNamed, descendant } = readFont(dict);
    // Includes codes that no page's content shows.
    const codes = [...unicode.keys(), ...clusters.flatMap((cluster) => cluster.codes)];
    const nameless = new Set(codes.filter((code) => !isNamed(code)));
    if (nameless.size === 0) continue;
    const named = new Map([...unicode].filter(([code]) => isNamed(code)));
    for (const [code, text] of nameAll(clusters, nameless, named)) named.set(code, text);
    const map = Buffer.from(writeUnicodeMap(named, descendant ? 2 : 1), "latin1");
    dict.set(PDFName.of("ToUnicode"), document.context.register(deflated(document.context, map)));
  }
}

/** Assigns a cluster's text to its glyph with the fewest meanings; the others count as parts. */
function nameAll(
  clusters: readonly Cluster[],
  nameless: ReadonlySet<number>,
  named: ReadonlyMap<number, string>,
): Map<number, string> {
  const open = clusters.map(({ codes, text }) => ({
    codes: codes.filter((code) => nameless.has(code)),
    rest: text === undefined ? unknown : codes.reduce((left, code) => left.replace(named.get(code) ?? "", ""), text),
  }));
  const meanings = new Map<number, Set<string>>();
  for (const { codes, rest } of open) {
    for (const code of codes) meanings.set(code, (meanings.get(code) ?? new Set()).add(rest));
  }
  const names = new Map<number, string>();
  for (const { codes, rest } of open) {
    const [bearer] = codes.toSorted((a, b) => (meanings.get(a)?.size ?? 0) - (meanings.get(b)?.size ?? 0));
    if (bearer !== undefined && rest !== "" && !names.has(bearer)) names.set(bearer, rest);
  }
  for (const code of nameless) if (!names.has(code)) names.set(code, part);
  return names;
}

function fontsOf({ context }: PDFDocument): PDFDict[] {
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((dict) => dict.has(PDFName.of("ToUnicode")));
}
