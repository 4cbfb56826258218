import { fileURLToPath } from "node:url";
import type { World } from "../model/world.ts";

/**
 * The functions of HarfBuzz's subsetter that are used (https://harfbuzz.github.io/harfbuzz-hb-subset.html); numbers are
 * addresses in its memory.
 */
export interface Subsetter {
  readonly memory: WebAssembly.Memory;
  readonly malloc: (size: number) => number;
  readonly free: (address: number) => void;
  readonly hb_blob_create: (data: number, length: number, mode: number, userData: number, destroy: number) => number;
  readonly hb_blob_destroy: (blob: number) => void;
  readonly hb_blob_get_data: (blob: number, length: number) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_destroy: (face: number) => void;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_set_clear: (set: number) => void;
  readonly hb_set_invert: (set: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_destroy: (input: number) => void;
  readonly hb_subset_input_set: (input: number, kind: number) => number;
  readonly hb_subset_input_unicode_set: (input: number) => number;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
}

/** HB_MEMORY_MODE_WRITABLE. */
const writable = 2;

/** HB_SUBSET_SETS_LAYOUT_FEATURE_TAG. */
const layoutFeatures = 6;

/** Loads HarfBuzz's subsetter. */
export async function loadSubsetter({ disk }: Pick<World, "disk">): Promise<Subsetter> {
  const file = fileURLToPath(import.meta.resolve("harfbuzzjs/dist/harfbuzz-subset.wasm"));
  const { instance } = await WebAssembly.instantiate(Uint8Array.from(await disk.read(file)));
  const exports = instance.exports as unknown as Subsetter & Readonly<Record<string, () => void>>;
  exports["_initialize"]?.();
  return exports;
}

/** Subsets an OpenType font to the glyphs of some characters, their components, and all layout features. */
export function subsetWith(harfbuzz: Subsetter, font: Uint8Array, characters: string): Uint8Array<ArrayBuffer> {
  const data = harfbuzz.malloc(font.length);
  new Uint8Array(harfbuzz.memory.buffer).set(font, data);
  const blob = harfbuzz.hb_blob_create(data, font.length, writable, 0, 0);
  const face = harfbuzz.hb_face_create(blob, 0);
  harfbuzz.hb_blob_destroy(blob);
  const input = harfbuzz.hb_subset_input_create_or_fail();
  const features = harfbuzz.hb_subset_input_set(input, layoutFeatures);
  harfbuzz.hb_set_clear(features);
  harfbuzz.hb_set_invert(features);
  const unicodes = harfbuzz.hb_subset_input_unicode_set(input);
  for (const character of characters) harfbuzz.hb_set_add(unicodes, character.codePointAt(0) ?? 0);
  const subset = harfbuzz.hb_subset_or_fail(face, input);
  try {
    return subset === 0 ? new Uint8Array() : copyOf(harfbuzz, subset);
  } finally {
    harfbuzz.hb_subset_input_destroy(input);
    if (subset !== 0) harfbuzz.hb_face_destroy(subset);
    harfbuzz.hb_face_destroy(face);
    harfbuzz.free(data);
  }
}

/** Copies the result: the memory may have moved, and the next call overwrites it. */
function copyOf(harfbuzz: Subsetter, face: number): Uint8Array<ArrayBuffer> {
  const blob = harfbuzz.hb_face_reference_blob(face);
  const start = harfbuzz.hb_blob_get_data(blob, 0);
  const copy = new Uint8Array(harfbuzz.memory.buffer).slice(start, start + harfbuzz.hb_blob_get_length(blob));
  harfbuzz.hb_blob_destroy(blob);
  return copy;
}
