import * as harfbuzz from "harfbuzzjs";
import type { SubsetFont } from "../model/page.ts";

/** Opens a font file with HarfBuzz. */
export function openFace({ bytes }: Pick<SubsetFont, "bytes">): harfbuzz.Face {
  return new harfbuzz.Face(new harfbuzz.Blob(Uint8Array.from(bytes).buffer));
}
