import { sha256Of } from "../model/sha256.ts";
import type { World } from "../model/world.ts";
import { loadSubsetter, type Subsetter, subsetWith } from "./harfbuzz.ts";
import { cutName, readyFace } from "./ready-faces.ts";
import { decodeWoff2 } from "./woff2/decode.ts";

let loading: Promise<Subsetter> | undefined;

/** Decodes a font; its first bytes tell the format (OpenType 1.9, Organisation of an OpenType font; WOFF 2, 4.1). */
function unpack(font: Uint8Array): Uint8Array {
  const tag = String.fromCharCode(...font.subarray(0, 4));
  if (tag === "wOF2") return decodeWoff2(font);
  if (tag === "\0\u0001\0\0" || tag === "true") return font;
  throw new Error("a font file has to be TrueType or WOFF 2");
}

/** Many publications of a run use the same fonts, and often the same characters. */
const [unpacked, subsets] = [memory<Uint8Array>(24), memory<Promise<Uint8Array>>(96)];

/** Subsets a font to some characters: takes WOFF 2, as in packages, or TrueType, and returns TrueType. */
export async function subsetFont(
  world: Pick<World, "disk">,
  font: Uint8Array,
  characters: string,
): Promise<Uint8Array> {
  return subsets(cutName(font, characters), async (name) => {
    const ready = await readyFace(world, name);
    if (ready) return ready;
    const harfbuzz = await (loading ??= loadSubsetter(world));
    return subsetWith(
      harfbuzz,
      unpacked(sha256Of(font), () => unpack(font)),
      characters,
    );
  });
}

/** Caches the most recent results. */
function memory<T>(most: number) {
  const known = new Map<string, T>();
  return (key: string, make: (key: string) => T): T => {
    const made = known.get(key) ?? make(key);
    known.delete(key);
    known.set(key, made);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return made;
  };
}
