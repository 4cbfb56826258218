import { dataAddress } from "./data-address.ts";

interface Picture {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The sign of a house. */
export interface Logo {
  readonly light: Picture;
  readonly dark?: Picture;
  readonly alt: string;
}

/** A logo as layouts know it: addresses of its pictures. */
export interface LogoView {
  readonly light: string;
  readonly dark: string | null;
  readonly alt: string;
}

/** The pictures are in their addresses, so that a document stands alone. */
export function logoView(logo: Logo | undefined): LogoView | null {
  if (!logo) return null;
  const address = ({ mediaType, bytes }: Picture): string => dataAddress(mediaType, bytes);
  return { light: address(logo.light), dark: logo.dark ? address(logo.dark) : null, alt: logo.alt };
}
