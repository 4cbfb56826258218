import { labelSize, type Lettering, lineHeight } from "./look.ts";

/** Wraps words to lines of at most `room` pixels; a single wider word stays whole. */
export function wrap(text: string, face: Lettering, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && widthOf(longer, face) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Returns the width in pixels. */
function widthOf(text: string, face: Lettering): number {
  return face.measure(text) * labelSize;
}

export function widest(texts: readonly string[], face: Lettering): number {
  return Math.max(0, ...texts.map((text) => widthOf(text, face)));
}

/** Returns the centres of blocks of lines, each as close to its wanted position as the others allow. */
export function spread(wanted: readonly number[], lines: readonly number[], bottom: number): number[] {
  const half = (index: number) => ((lines[index] ?? 1) * lineHeight) / 2;
  const order = wanted.map((_, index) => index).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  for (const [rank, index] of order.entries()) {
    const above = order[rank - 1];
    const free = above === undefined ? -Infinity : (placed[above] ?? 0) + half(above);
    placed[index] = Math.max(placed[index] ?? 0, free + half(index));
  }
  let limit = bottom;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, limit - half(index));
    limit = placed[index] - half(index);
  }
  return placed;
}
