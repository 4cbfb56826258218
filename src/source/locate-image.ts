import { note } from "../diagnostics/note.ts";
import { type ImageMention, isOnNetwork } from "../model/image.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { locateFile, shownAddress } from "./locate-file.ts";

/** An image file of the publication. */
export interface ImageFile {
  /** Absolute, links resolved. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** The image file that a mention means, if it lies in the publication's folder, links followed. */
export async function locateImage(world: World, folder: string, mention: ImageMention): Promise<Outcome<ImageFile>> {
<<<<<<< HEAD
  const name = shownAddress(mention.address);
  const located = await locateFile(world, folder, mention);
  switch (located.kind) {
    case "found":
      return succeed({ path: located.path, size: located.size });
    case "remote": {
      const hint = "Save the picture beside the article and name that file: a publication carries everything it shows.";
      return fail(note("imageConfined", `The image "${name}" is not a file of the publication.`, hint, mention));
    }
    case "outside": {
      const message = `The image "${name}" lies outside the publication's folder.`;
      return fail(note("imageConfined", message, "Copy it into the folder.", mention));
    }
    case "absent": {
      const hint = located.hint ?? "Image addresses are relative to the file that names them.";
      return fail(note("imageExists", `There is no image file "${name}".`, hint, mention));
    }
=======
  const { address } = mention;
  const name = shownAddress(address);
  if (isOnNetwork(address)) {
    const message = `The image "${name}" is on the network; its alternative text stands in its place.`;
    return fail(note("imageCarried", message, "Save the picture beside the article and name that file.", mention));
  }
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) {
    const hint = "Save the picture beside the article and name that file: a publication carries everything it shows.";
    return fail(note("imageConfined", `The image "${name}" is not a file of the publication.`, hint, mention));
  }
  const outside = note(
    "imageConfined",
    `The image "${name}" lies outside the publication's folder.`,
    "Copy it into the folder.",
    mention,
  );
  const path = resolve(dirname(mention.from), decode(withoutQuery(address)));
  if (!liesInside(folder, path)) return fail(outside);
  // A name that no file can have is no file.
  const state = await world.disk.stat(path).catch(() => undefined);
  if (state?.kind !== "file") {
    return fail(note("imageExists", `There is no image file "${name}".`, await similarName(world, path), mention));
  }
  const real = await world.disk.realPath(path);
  return liesInside(folder, real) ? succeed({ path: real, size: state.size }) : fail(outside);
}

/** An address as a person would write it: not percent-encoded, and not a whole picture as `data:`. */
export function shownAddress(address: string): string {
  const name = decode(withoutQuery(address));
  return name.length > 80 ? `${name.slice(0, 77)}…` : name;
}

async function similarName(world: World, path: string): Promise<string> {
  const entries = await world.disk.list(dirname(path)).catch(() => []);
  const names = entries.filter(({ kind }) => kind === "file").map((entry) => entry.name);
  return didYouMean(basename(path), names) ?? "Image addresses are relative to the file that names them.";
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, "");
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
>>>>>>> main
  }
}
