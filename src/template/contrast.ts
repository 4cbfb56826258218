/** Returns the contrast ratio of two colours (`#rrggbb`), from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(first: string, other: string): number {
  const [light = 1, dark = 0] = [luminance(first), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Mixes a share of another colour into a colour, in sRGB. */
export function mix(colour: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((start) => {
    const [first, two] = [colour, other].map((text) => Number.parseInt(text.slice(start, start + 2), 16));
    return Math.round((first ?? 0) * (1 - share) + (two ?? 0) * share);
  });
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
