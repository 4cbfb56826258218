import { join } from "node:path";
import { sha256Of } from "../model/sha256.ts";
import type { World } from "../model/world.ts";

/**
 * Faces that the npm package carries cut down: those of its templates with the characters that nearly all texts in Latin letters
 * ask for. `.github/scripts/cut-faces.ts` makes them as they are made here otherwise, byte for byte. The sources have none.
 */
const folder = join(import.meta.dirname, "faces");

/** How the cut of a font to some characters is called there. */
export function cutName(font: Uint8Array, characters: string): string {
  return sha256Of(`${sha256Of(font)} ${characters}`);
}

const packedFaces = new WeakMap<Uint8Array, () => Promise<Uint8Array>>();

/** A cut that is there already, as TrueType. */
export async function readyFace({ disk }: Pick<World, "disk">, name: string): Promise<Uint8Array | undefined> {
  const [face, packed] = [".ttf", ".woff2"].map((ending) => join(folder, `${name}${ending}`));
  if (face === undefined || packed === undefined || !(await disk.stat(face))) return undefined;
  const bytes = await disk.read(face);
  packedFaces.set(bytes, () => disk.read(packed));
  return bytes;
}

/** The same face as WOFF 2. */
export function readyPacked(face: Uint8Array): Promise<Uint8Array> | undefined {
  return packedFaces.get(face)?.();
}
