const units: Readonly<Record<string, number>> = { in: 72, mm: 72 / 25.4, pt: 1 };

/** A CSS length in points. */
export function points(length: string): number {
  return Number.parseFloat(length) * (units[length.replace(/^[\d.]+/, "")] ?? 0);
}

/** So many points as the browser makes of them: whole pixels, rounded up. */
export function heightInPixels(height: number): number {
  return Math.ceil((height * 96) / 72 - 0.001) * 0.75;
}
