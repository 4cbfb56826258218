const units: Readonly<Record<string, number>> = { in: 72, mm: 72 / 25.4, pt: 1 };

/** Converts a CSS length to points. */
export function points(length: string): number {
  return Number.parseFloat(length) * (units[length.replace(/^[\d.]+/, "")] ?? 0);
}

/** Rounds a height in points up to whole pixels, as the browser does. */
export function heightInPixels(height: number): number {
  return Math.ceil((height * 96) / 72 - 0.001) * 0.75;
}
