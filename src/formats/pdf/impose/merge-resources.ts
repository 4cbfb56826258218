import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";

/** New resource names, by category and old name. */
export type Renamed = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Adds a page's resources (ISO 32000-1, 7.8.3) to those of a side, renaming those whose name has another meaning there.
 * Moves patterns, because they are positioned relative to the page and not to what is painted (8.7.3).
 */
export function mergeResources(side: PDFPage, page: PDFPage, dx: number): Renamed {
  const { context } = side.doc;
  const renamed = new Map<string, Map<string, string>>();
  const own = side.node.Resources() ?? context.obj({});
  side.node.set(PDFName.of("Resources"), own);
  for (const [category, value] of page.node.Resources()?.entries() ?? []) {
    const entries = context.lookup(value);
    if (!(entries instanceof PDFDict)) {
      own.set(category, value);
      continue;
    }
    const merged = own.lookupMaybe(category, PDFDict) ?? context.obj({});
    own.set(category, merged);
    const names = new Map<string, string>();
    for (const [name, inner] of entries.entries()) {
      const moved = category === PDFName.of("Pattern") ? movePattern(page, inner, dx) : inner;
      const there = merged.get(name);
      const isTaken = there !== undefined && there !== moved;
      const chosen = isTaken ? PDFName.of(`${name.decodeText()}.${merged.keys().length}`) : name;
      if (isTaken) names.set(name.decodeText(), chosen.decodeText());
      merged.set(chosen, moved);
    }
    renamed.set(category.decodeText(), names);
  }
  return renamed;
}

function movePattern({ doc: { context } }: PDFPage, value: PDFObject, dx: number): PDFObject {
  const pattern = context.lookup(value);
  const isStream = pattern instanceof PDFRawStream;
  const dict = isStream ? pattern.dict.clone(context) : pattern instanceof PDFDict ? pattern.clone(context) : undefined;
  if (!dict) return value;
  const matrix = dict.lookupMaybe(PDFName.of("Matrix"), PDFArray)?.asArray() ?? [1, 0, 0, 1, 0, 0].map(PDFNumber.of);
  const numbers = matrix.map((number) => (number instanceof PDFNumber ? number.asNumber() : 0));
  dict.set(PDFName.of("Matrix"), context.obj(numbers.with(4, (numbers[4] ?? 0) + dx)));
  return context.register(isStream ? PDFRawStream.of(dict, pattern.contents) : dict);
}
