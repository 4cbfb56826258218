import { PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import type { Replacement } from "../read/operands.ts";
import { paintsOf } from "../read/text-of-marks.ts";
import { bytesOfCode, readCodes, readUnicodeMap, writeUnicodeMap } from "../read/unicode-map.ts";
import type { Job } from "./repair.ts";

/** What a glyph means that is only a part of a letter: it takes no room and joins what is around it. */
const part = "\u2060";

/** What a glyph means of which nothing is known. */
const unknown = "\uFFFD";

/** Glyphs of a font that stand together for a text. */
interface Cluster {
  readonly codes: number[];
  readonly text: string | undefined;
}

/**
 * Every glyph means a character, and none means U+0000 (ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.7.2). The browser knows
 * no character for the shapes that letters take beside others, as in Arabic or Devanagari; the text that stands for
 * them tells which it is.
 */
export function nameGlyphs({ document }: Job): void {
  const shown = clustersByFont(document);
  for (const font of fontsOf(document)) {
    const clusters = shown.get(font) ?? [];
    const map = readUnicodeMap(font);
    const isNamed = (code: number): boolean => /^[^\0\uFEFF\uFFFE]+$/u.test(map.get(code) ?? "");
    // Also of what is shown inside a picture.
    const codes = [...map.keys(), ...clusters.flatMap((cluster) => cluster.codes)];
    const nameless = new Set(codes.filter((code) => !isNamed(code)));
    if (nameless.size === 0) continue;
    const named = new Map([...map].filter(([code]) => isNamed(code)));
    for (const [code, text] of nameAll(clusters, nameless, named)) named.set(code, text);
    const stream = document.context.flateStream(Buffer.from(writeUnicodeMap(named, bytesOfCode(font)), "latin1"));
    font.set(PDFName.of("ToUnicode"), document.context.register(stream));
  }
}

/** Of the glyphs of a cluster, the one with the fewest meanings bears the text, and the others are parts. */
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

function clustersByFont(document: PDFDocument): Map<PDFDict, Cluster[]> {
  const found = new Map<PDFDict, Cluster[]>();
  for (const page of document.getPages()) {
    const fonts = page.node.Resources()?.lookup(PDFName.of("Font"));
    let last: { readonly actual: Replacement; readonly font: PDFDict; readonly codes: number[] } | undefined;
    for (const { font: name, codes: hex = "", actual } of paintsOf(page)) {
      const font = fonts instanceof PDFDict && name !== undefined ? fonts.lookup(PDFName.of(name)) : undefined;
      if (!(font instanceof PDFDict)) continue;
      const codes = readCodes(hex, bytesOfCode(font));
      const clusters = found.get(font) ?? [];
      found.set(font, clusters);
      if (!actual) clusters.push(...codes.map((code) => ({ codes: [code], text: undefined })));
      else if (last && actual === last.actual && font === last.font) last.codes.push(...codes);
      else {
        clusters.push({ codes, text: actual.text });
        last = { actual, font, codes };
      }
    }
  }
  return found;
}
