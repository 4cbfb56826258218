import type { ImageType } from "../model/image.ts";
import { dataAddress } from "./data-address.ts";

interface Picture {
  readonly mediaType: ImageType;
  readonly bytes: Uint8Array;
}

/** A publisher's logo. */
export interface Logo {
  readonly light: Picture;
  readonly dark?: Picture;
  readonly alt: string;
}

/** A logo for layouts: the addresses of its images. */
export interface LogoView {
  readonly light: string;
  readonly dark: string | null;
  readonly alt: string;
}

/** Returns a logo whose images are embedded in their addresses, so that documents are self-contained. */
export function logoView(logo: Logo | undefined): LogoView | null {
  if (!logo) return null;
  const address = ({ mediaType, bytes }: Picture): string => dataAddress(mediaType, bytes);
  return { light: address(logo.light), dark: logo.dark ? address(logo.dark) : null, alt: logo.alt };
}
