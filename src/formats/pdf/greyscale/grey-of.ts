/** sRGB components from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number];

/** The weights of the components in the luminance (WCAG 2.2, relative luminance). */
export const shares: Colour = [0.2126, 0.7152, 0.0722];

/** Returns the grey, from 0 to 1, with the same luminance: contrast ratios stay the same. */
export function greyOf(colour: Colour): number {
  const luminance = colour.reduce((sum, value, index) => sum + toLinear(value) * (shares[index] ?? 0), 0);
  return Math.min(1, toSrgb(luminance));
}

/** Converts CMYK to RGB (ISO 32000-1, 10.3.5). */
export function fromCmyk(cyan: number, magenta: number, yellow: number, black: number): Colour {
  const mix = (ink: number): number => 1 - Math.min(1, ink + black);
  return [mix(cyan), mix(magenta), mix(yellow)];
}

// IEC 61966-2-1.

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toSrgb(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}
