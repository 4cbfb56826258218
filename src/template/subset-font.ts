import { sha256Of } from "../model/sha256.ts";
import type { World } from "../model/world.ts";
import { loadSubsetter, type Subsetter, subsetWith } from "./harfbuzz.ts";
import { cutName, readyFace } from "./ready-faces.ts";
import { decodeWoff2 } from "./woff2/decode.ts";

let loading: Promise<Subsetter> | undefined;

/** A font file's first bytes say what it is (OpenType 1.9, Organization of an OpenType font; WOFF 2, 4.1). */
function unpack(font: Uint8Array): Uint8Array {
  const tag = String.fromCharCode(...font.subarray(0, 4));
  if (tag === "wOF2") return decodeWoff2(font);
  if (tag === "\0\u0001\0\0" || tag === "true") return font;
  throw new Error("a font file has to be TrueType or WOFF 2");
}

/** Many publications of a run are set in the same faces, and not a few use the same characters. */
const [unpacked, subsets] = [memory<Uint8Array>(24), memory<Promise<Uint8Array>>(96)];

/** A font cut down to some characters: WOFF 2 as packages carry it, or TrueType, in; TrueType out. */
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

/** Remembers what was made last. */
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
