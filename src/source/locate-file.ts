import { basename, dirname, resolve } from "node:path";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { World } from "../model/world.ts";
import { liesInside } from "./shown-path.ts";

/** A place in a source that names another file, relative to its own. */
export interface FileReference {
  /** As it is written there. */
  readonly address: string;
  /** The absolute path of the file that mentions it. */
  readonly from: string;
}

/** What an address leads to. `remote`: no file of this disk. `outside`: not in the publication's folder, links followed. */
export type Located =
  | { readonly kind: "found"; readonly path: string; readonly size: number }
  | { readonly kind: "remote" | "outside" }
  | { readonly kind: "absent"; readonly hint: string | undefined };

/** The file that a mention means, if it lies in the publication's folder. Paths are absolute, links resolved. */
export async function locateFile(world: World, folder: string, { address, from }: FileReference): Promise<Located> {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return { kind: "remote" };
  const path = resolve(dirname(from), decode(withoutQuery(address)));
  if (!liesInside(folder, path)) return { kind: "outside" };
  // A name that no file can have is no file.
  const state = await world.disk.stat(path).catch(() => undefined);
  if (state?.kind !== "file") return { kind: "absent", hint: await similarName(world, path) };
  const real = await world.disk.realPath(path);
  return liesInside(folder, real) ? { kind: "found", path: real, size: state.size } : { kind: "outside" };
}

/** An address as a person would write it: not percent-encoded, and not a whole picture as `data:`. */
export function shownAddress(address: string): string {
  const name = decode(withoutQuery(address));
  return name.length > 80 ? `${name.slice(0, 77)}…` : name;
}

async function similarName(world: World, path: string): Promise<string | undefined> {
  const entries = await world.disk.list(dirname(path)).catch(() => []);
  const names = entries.filter(({ kind }) => kind === "file").map((entry) => entry.name);
  return didYouMean(basename(path), names);
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, "");
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
