import { join } from "node:path";
import { sha256Of } from "../model/sha256.ts";
import type { World } from "../model/world.ts";

/**
 * Subset fonts in the npm package: those of its templates, with the characters that nearly all Latin texts use.
 * `.github/scripts/cut-faces.ts` creates them byte for byte as they would be created here. The source tree has none.
 */
const folder = join(import.meta.dirname, "faces");

/** Returns the file name of a font's subset there. */
export function cutName(font: Uint8Array, characters: string): string {
  return sha256Of(`${sha256Of(font)} ${characters}`);
}

const packedFaces = new WeakMap<Uint8Array, () => Promise<Uint8Array>>();

/** Returns a prepared subset as TrueType. */
export async function readyFace({ disk }: Pick<World, "disk">, name: string): Promise<Uint8Array | undefined> {
  const [face, packed] = [".ttf", ".woff2"].map((ending) => join(folder, `${name}${ending}`));
  if (face === undefined || packed === undefined || !(await disk.stat(face))) return undefined;
  const bytes = await disk.read(face);
  packedFaces.set(bytes, () => disk.read(packed));
  return bytes;
}

/** Returns the same subset as WOFF 2. */
export function readyPacked(face: Uint8Array): Promise<Uint8Array> | undefined {
  return packedFaces.get(face)?.();
}
