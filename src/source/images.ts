import { basename, dirname, extname, resolve } from "node:path";
import { didYouMean } from "../diagnostics/nearest.ts";
import { note, type Spot } from "../diagnostics/note.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Image, imageKey, type ImageMention } from "../model/image.ts";
import type { World } from "../model/world.ts";
import { inspectImage } from "./inspect-image.ts";
import { liesInside } from "./shown-path.ts";

export interface LoadedImages {
  /** By `imageKey` of the mention. */
  readonly images: ReadonlyMap<string, Image>;
  readonly notes: readonly Diagnostic[];
  /** Absolute paths of the files read. */
  readonly read: readonly string[];
}

/** Read every image that is mentioned, once, from inside the publication's folder and from nowhere else. */
export async function loadImages(
  world: World,
  folder: string,
  mentions: readonly ImageMention[],
): Promise<LoadedImages> {
  const images = new Map<string, Image>();
  const notes: Diagnostic[] = [];
  const byPath = new Map<string, Image>();
  const names = new Set<string>();
  for (const mention of mentions) {
    const key = imageKey(mention.from, mention.address);
    const spot: Spot = { file: mention.file, position: mention.position };
    const path = await locate(world, folder, mention, spot, notes);
    if (path === undefined || images.has(key)) continue;
    const known = byPath.get(path);
    if (known) {
      images.set(key, known);
      continue;
    }
    const inspected = await inspectImage(await world.disk.read(path), mention.address, spot);
    notes.push(...inspected.notes);
    if (!inspected.ok) continue;
    const name = freeName(basename(path), inspected.value.mediaType, names);
    const image = { name, ...inspected.value };
    byPath.set(path, image);
    images.set(key, image);
  }
  return { images, notes, read: [...byPath.keys()].sort() };
}

async function locate(
  world: World,
  folder: string,
  mention: ImageMention,
  spot: Spot,
  notes: Diagnostic[],
): Promise<string | undefined> {
  const { address } = mention;
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address) && !/^[a-z]:\\/i.test(address)) {
    const hint = "Save the picture beside the article and name that file: a publication carries everything it shows.";
    notes.push(note("imageConfined", `The image "${shorten(address)}" is not a file of the publication.`, hint, spot));
    return undefined;
  }
  const path = resolve(dirname(mention.from), decode(address.replace(/[?#].*$/s, "")));
  if (!liesInside(folder, path)) return confined(address, spot, notes);
  const state = await world.disk.stat(path);
  if (state?.kind !== "file") {
    notes.push(note("imageExists", `There is no image file "${address}".`, await similarName(world, path), spot));
    return undefined;
  }
  const real = await world.disk.realPath(path);
  return liesInside(folder, real) ? real : confined(address, spot, notes);
}

function confined(address: string, spot: Spot, notes: Diagnostic[]): undefined {
  notes.push(
    note(
      "imageConfined",
      `The image "${address}" lies outside the publication's folder.`,
      "Copy it into the folder.",
      spot,
    ),
  );
  return undefined;
}

async function similarName(world: World, path: string): Promise<string> {
  const entries = await world.disk.list(dirname(path)).catch(() => []);
  return (
    didYouMean(
      basename(path),
      entries.map((entry) => entry.name),
    ) ?? "Image addresses are relative to the file that names them."
  );
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function shorten(address: string): string {
  return address.length > 80 ? `${address.slice(0, 77)}…` : address;
}

const endings: Record<Image["mediaType"], string> = {
  "image/png": ".png",
  "image/jpeg": ".jpg",
  "image/gif": ".gif",
  "image/webp": ".webp",
  "image/avif": ".avif",
  "image/svg+xml": ".svg",
};

/** ASCII, lower case, with the ending of what it is; numbered where two files would share a name. */
function freeName(file: string, mediaType: Image["mediaType"], taken: Set<string>): string {
  const stem =
    basename(file, extname(file))
      .normalize("NFKD")
      .replaceAll(/[^A-Za-z0-9]+/g, "-")
      .replaceAll(/^-+|-+$/g, "")
      .toLowerCase() || "image";
  for (let number = 1; ; number += 1) {
    const name = `images/${stem}${number === 1 ? "" : `-${number}`}${endings[mediaType]}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
