import { createHash } from "node:crypto";
import type { World } from "../model/world.ts";
import { loadSubsetter, type Subsetter, subsetWith } from "./harfbuzz.ts";
import { decodeWoff2 } from "./woff2/decode.ts";

let loading: Promise<Subsetter> | undefined;

/** Many publications of a run are set in the same faces, and not a few use the same characters. */
const [unpacked, subsets] = [memory(24), memory(96)];

/** A font cut down to some characters: WOFF 2 as packages carry it in, TrueType out. */
export async function subsetFont(
  world: Pick<World, "disk">,
  font: Uint8Array,
  characters: string,
): Promise<Uint8Array> {
  const harfbuzz = await (loading ??= loadSubsetter(world));
  const digest = createHash("sha256").update(font).digest("base64");
  return subsets(`${digest} ${characters}`, () => {
    const whole = unpacked(digest, () => decodeWoff2(font));
    return subsetWith(harfbuzz, whole, characters);
  });
}

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
