import { createHash } from "node:crypto";
import { subsetWithHarfBuzz } from "./harfbuzz.ts";
import { decodeWoff2 } from "./woff2/decode.ts";

/** Cut a font down to some characters: WOFF 2 as packages carry it in, TrueType out. */
export type SubsetFontFunction = (font: Uint8Array, characters: string) => Promise<Uint8Array>;

/** Many publications of a run are set in the same faces, and not a few use the same characters. */
const [unpacked, subsets] = [memory(24), memory(96)];

export const toSubset: SubsetFontFunction = (font, characters) => {
  const digest = createHash("sha256").update(font).digest("base64");
  const whole = (): Uint8Array => unpacked(digest, () => decodeWoff2(font));
  return Promise.resolve(subsets(`${digest} ${characters}`, () => subsetWithHarfBuzz(whole(), characters)));
};

/** Remembers what was made last. */
function memory(most: number) {
  const known = new Map<string, Uint8Array>();
  return (key: string, make: () => Uint8Array): Uint8Array => {
    const made = known.get(key) ?? make();
    known.delete(key);
    known.set(key, made);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return made;
  };
}
