import * as harfbuzz from "harfbuzzjs";
import type { SubsetFont } from "../model/page.ts";

/** A font file as HarfBuzz reads it. */
export function openFace({ bytes }: Pick<SubsetFont, "bytes">): harfbuzz.Face {
  return new harfbuzz.Face(new harfbuzz.Blob(Uint8Array.from(bytes).buffer));
}
