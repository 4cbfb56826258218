import { basename, extname } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Image, imageKey, type ImageReference } from "../model/image.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { freeName as freeNameOf } from "../model/free-name.ts";
import type { World } from "../model/world.ts";
import { type ImageContent, inspectImage, refuseSize } from "./inspect-image.ts";
import { type Confines, shownAddress } from "./locate-file.ts";
import { type ImageFile, locateImage } from "./locate-image.ts";
import { reasonOf } from "./reason.ts";

export interface LoadedImages {
  /** By `imageKey` of the reference. */
  readonly images: ReadonlyMap<string, Image>;
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of the files read. */
  readonly read: readonly string[];
}

/** Reads every referenced image once, only from below the project's root. */
export async function loadImages(
  world: World,
  confines: Confines,
  references: readonly ImageReference[],
): Promise<LoadedImages> {
  const images = new Map<string, Image>();
  const diagnostics: Diagnostic[] = [];
  const byPath = new Map<string, Image>();
  const names = new Set<string>();
  for (const reference of references) {
    const key = imageKey(reference.from, reference.address);
    if (images.has(key)) continue;
    const data = readDataAddress(reference.address);
    if (data) {
      const known = byPath.get(reference.address);
      const read = known ? succeed(known) : await inspectData(data, reference);
      diagnostics.push(...read.diagnostics);
      if (!read.ok) continue;
      const image = known ?? { name: freeName("picture", read.value.mediaType, names), ...read.value };
      byPath.set(reference.address, image);
      images.set(key, image);
      continue;
    }
    const located = await locateImage(world, confines, reference);
    diagnostics.push(...located.diagnostics);
    if (!located.ok) continue;
    const { path } = located.value;
    const known = byPath.get(path);
    if (known) {
      images.set(key, known);
      continue;
    }
    const read = await readImage(world, located.value, reference);
    diagnostics.push(...read.diagnostics);
    if (!read.ok) continue;
    const image = { name: freeName(basename(path), read.value.mediaType, names), ...read.value };
    byPath.set(path, image);
    images.set(key, image);
  }
  return { images, diagnostics, read: [...byPath.keys()].filter((path) => !path.startsWith("data:")).toSorted() };
}

/** Reads an image embedded in the text, as word processors and notebooks export it. */
async function inspectData(
  { mediaType, bytes }: DataAddress,
  reference: ImageReference,
): Promise<Outcome<ImageContent>> {
  const name = `picture.${mediaType.replaceAll(/^image\/|\+xml$/g, "")}`;
  const tooLarge = refuseSize(bytes.length, name, reference);
  return tooLarge ? fail(tooLarge) : inspectImage(bytes, name, reference);
}

async function readImage(world: World, file: ImageFile, reference: ImageReference): Promise<Outcome<ImageContent>> {
  const name = shownAddress(reference.address);
  const tooLarge = refuseSize(file.size, name, reference);
  if (tooLarge) return fail(tooLarge);
  try {
    return await inspectImage(await world.disk.read(file.path), name, reference);
  } catch (error) {
    return fail(diagnostic("imageReadable", `"${name}" cannot be read: ${reasonOf(error)}.`, undefined, reference));
  }
}

const endings: Record<Image["mediaType"], string> = {
  "image/png": ".png",
  "image/jpeg": ".jpg",
  "image/gif": ".gif",
  "image/webp": ".webp",
  "image/avif": ".avif",
  "image/svg+xml": ".svg",
};

/**
 * Returns a unique name in lower-case ASCII with the extension of the media type; numbered where two files would share
 * it.
 */
function freeName(file: string, mediaType: Image["mediaType"], taken: Set<string>): string {
  const stem =
    basename(file, extname(file))
      .normalize("NFKD")
      .replaceAll(/\p{M}+/gu, "")
      .replaceAll(/[^A-Za-z0-9]+/g, "-")
      .replaceAll(/^-+|-+$/g, "")
      .toLowerCase() || "image";
  const name = freeNameOf(
    taken,
    1,
    (number) => `images/${stem}${number === 1 ? "" : `-${number}`}${endings[mediaType]}`,
  );
  taken.add(name);
  return name;
}

/** A file embedded in its address (RFC 2397). */
interface DataAddress {
  /** As in the address, in lower case. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Decodes a `data:` address. Returns `undefined` where it is none, or cannot be decoded. */
function readDataAddress(address: string): DataAddress | undefined {
  const [, mediaType = "", base64, data] =
    /^data:([^;,]*)(?:;(?!base64,)[^;,]*)*(;base64)?,(.*)$/is.exec(address) ?? [];
  if (data === undefined) return undefined;
  try {
    const text = decodeURIComponent(data);
    const bytes = base64 === undefined ? Buffer.from(text, "utf8") : Buffer.from(text.replaceAll(/\s/g, ""), "base64");
    return { mediaType: mediaType.trim().toLowerCase(), bytes: new Uint8Array(bytes) };
  } catch {
    return undefined;
  }
}
