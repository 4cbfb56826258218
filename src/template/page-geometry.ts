import type { Trim } from "../model/finish.ts";

/** Page sizes in points, by lower-case CSS name (CSS Paged Media 3, 7.1), and those of other common sheets. */
const named: Readonly<Record<string, readonly [width: number, height: number]>> = {
  a3: [297, 420].map(toPoints) as [number, number],
  a4: [210, 297].map(toPoints) as [number, number],
  a5: [148, 210].map(toPoints) as [number, number],
  a6: [105, 148].map(toPoints) as [number, number],
  b4: [250, 353].map(toPoints) as [number, number],
  b5: [176, 250].map(toPoints) as [number, number],
  "jis-b4": [257, 364].map(toPoints) as [number, number],
  "jis-b5": [182, 257].map(toPoints) as [number, number],
  letter: [612, 792],
  legal: [612, 1008],
  ledger: [792, 1224],
  tabloid: [792, 1224],
  executive: [522, 756],
  statement: [396, 612],
};

const units: Readonly<Record<string, number>> = {
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  q: 18 / 25.4,
  pc: 12,
  pt: 1,
  px: 0.75,
};

/** Points: the smallest and largest page, and the smallest text area. */
const [leastPage, mostPage, leastText] = [3 * 72, 24 * 72, 2 * 72];

function toPoints(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

/** Reads a page size, in points: "A5", "A5 landscape", "6in 9in", for a square "8in" (CSS Paged Media 3, 7.1). */
export function readSize(value: string): readonly [width: number, height: number] | undefined {
  const words = value.trim().toLowerCase().split(/\s+/);
  const [name = "", turn] = /^(?:landscape|portrait)$/.test(words[0] ?? "") ? words.toReversed() : words;
  if (words.length <= 2 && Object.hasOwn(named, name)) {
    const [width, height] = named[name] ?? [0, 0];
    if (turn === "landscape") return [height, width];
    return turn === undefined || turn === "portrait" ? [width, height] : undefined;
  }
  const lengths = readLengths(value);
  const [width, height = width] = lengths ?? [];
  return lengths && lengths.length <= 2 && width !== undefined && height !== undefined ? [width, height] : undefined;
}

/** Reads lengths, in points. */
export function readLengths(value: string): number[] | undefined {
  const lengths = value
    .trim()
    .split(/\s+/)
    .map((word) => /^(\d+(?:\.\d+)?)(in|cm|mm|q|pc|pt|px)$/i.exec(word))
    .map((match) => (match ? Number(match[1]) * (units[match[2]?.toLowerCase() ?? ""] ?? 0) : undefined));
  const known = lengths.filter((length) => length !== undefined);
  return known.length === lengths.length ? known : undefined;
}

/** Returns what is wrong with a page size, if anything. */
export function complainOfSize(value: unknown): string | undefined {
  if (value === "") return undefined;
  const size = typeof value === "string" ? readSize(value) : undefined;
  if (!size) return `must be a size such as A5, Legal, "A4 landscape" or "6in 9in"`;
  return size.some((side) => side < leastPage || side > mostPage) ? "must be from 3 to 24 inches each way" : undefined;
}

/** Returns what is wrong with lengths, if anything. */
export function complainOfLengths(value: unknown, most: number): string | undefined {
  if (value === "") return undefined;
  const lengths = typeof value === "string" ? readLengths(value) : undefined;
  const what = most === 1 ? 'a length such as "12mm"' : 'one to four lengths such as "20mm" or "0.8in 1in"';
  return lengths && lengths.length <= most ? undefined : `must be ${what}`;
}

/** An article's settings for the pages of its PDF. */
export interface PageGeometry {
  readonly size: readonly [width: number, height: number] | undefined;
  /** As in CSS, from one to four values: top, outer, bottom, inner. */
  readonly margins: readonly [top: number, outer: number, bottom: number, inner: number] | undefined;
  readonly gutter: number;
  readonly trim?: Trim;
}

/** Points: the default bleed of CSS with crop marks. */
const usualBleed = 6;

function readTrim({ bleed, marks }: Readonly<Record<"bleed" | "marks", string>>): Trim | undefined {
  const [crop, cross] = [marks.includes("crop"), marks.includes("cross")];
  const width = readLengths(bleed)?.[0] ?? (crop ? usualBleed : 0);
  return width > 0 || crop || cross ? { bleed: width, crop, cross } : undefined;
}

export function readGeometry(
  options: Readonly<Record<"page-size" | "margins" | "gutter" | "bleed" | "marks", string>>,
): PageGeometry {
  const [top, outer = top, bottom = top, inner = outer] = readLengths(options.margins) ?? [];
  const trim = readTrim(options);
  const isGiven = top !== undefined && outer !== undefined && bottom !== undefined && inner !== undefined;
  return {
    size: readSize(options["page-size"]),
    margins: isGiven ? [top, outer, bottom, inner] : undefined,
    gutter: readLengths(options.gutter)?.[0] ?? 0,
    ...(trim && { trim }),
  };
}

/** Returns what is wrong with margins that leave no room for text; the default page is US Letter. */
export function complainOfRoom({ size = [612, 792], margins, gutter }: PageGeometry): string | undefined {
  const [width, height] = size;
  const [top, outer, bottom, inner] = margins ?? [0, width * 0.15, 0, width * 0.15];
  const isTight = width - outer - inner - gutter < leastText || height - top - bottom < leastText;
  return isTight ? "leave less than 2 inches for the text" : undefined;
}
