import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { didYouMean } from "../diagnostics/nearest.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { World } from "../model/world.ts";
import { liesInside } from "../model/shown-path.ts";
import { decodeAddress } from "../model/address.ts";
import { findByName } from "./find-by-name.ts";

/** Folders that files of a publication may be read from. Absolute, links resolved. */
export interface Confines {
  /** Folder of the publication. */
  readonly folder: string;
  /** Root of the project: nothing outside it is read. */
  readonly root: string;
  /** Folder shared by the project's publications, if there is one; may be outside the root. */
  readonly shared?: string;
}

/** A reference in a source to another file, relative to the source. */
export interface FileReference {
  /** The address as written; relative to the project's root if it begins with a slash. */
  readonly address: string;
  /** Absolute path of the referring file. */
  readonly from: string;
}

/**
 * Target of an address. `remote`: not a file on this disk. `outside`: not below the project's root, after resolving
 * links. `differs`: the actual file name, where it differs only in case or Unicode normalisation.
 */
export type Located =
  | { readonly kind: "found"; readonly path: string; readonly size: number; readonly differs?: string }
  | { readonly kind: "remote" | "outside" }
  | { readonly kind: "absent"; readonly hint: string | undefined };

/** Folders from which other tools serve `/`. */
const served = ["", "static", "public", "docs", "src", "source"];

/**
 * Finds the file of a reference, if it is below the project's root or in the shared folder. A name that is not found
 * relative to the reference is searched for. Paths are absolute, links resolved.
 */
export async function locateFile(
  world: World,
  { folder, root, shared }: Confines,
  { address, from }: FileReference,
): Promise<Located> {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return { kind: "remote" };
  const name = decodeAddress(withoutQuery(address));
  const paths = name.startsWith("/")
    ? [root, folder].flatMap((base) => served.map((inner) => join(base, inner, name)))
    : [resolve(dirname(from), name)];
  const roots = shared === undefined ? [root] : [root, shared];
  const inside = paths.filter((path) => rootOf(roots, path) !== undefined);
  const [path] = inside;
  if (path === undefined) return { kind: "outside" };
  const common = shared === undefined || name.startsWith("/") ? [] : [join(shared, name)];
  for (const inner of inside) {
    // `stat` rejects names that are invalid on this system.
    const state = await world.disk.stat(inner).catch(() => undefined);
    if (state?.kind === "file") return confined(world, roots, inner, state.size);
  }
  // MkDocs resolves snippets from the root of the project.
  const atRoot = join(root, name);
  const above = name.startsWith("/") ? undefined : await world.disk.stat(atRoot).catch(() => undefined);
  if (above?.kind === "file" && rootOf(roots, atRoot) !== undefined) {
    const located = await confined(world, roots, atRoot, above.size);
    return located.kind === "found" ? { ...located, differs: relative(dirname(from), atRoot) } : located;
  }
  const alike = await findAlike(world, rootOf(roots, path) ?? root, path);
  const state = alike === undefined ? undefined : await world.disk.stat(alike).catch(() => undefined);
  if (alike !== undefined && state?.kind === "file") {
    const located = await confined(world, roots, alike, state.size);
    return located.kind === "found" ? { ...located, differs: basename(alike) } : located;
  }
  for (const usual of common) {
    const there = await world.disk.stat(usual).catch(() => undefined);
    if (there?.kind === "file") return confined(world, roots, usual, there.size);
  }
  const elsewhere = /[/\\]/.test(name) ? undefined : await findInFolders(world, folder, root, name);
  const size = elsewhere === undefined ? undefined : (await world.disk.stat(elsewhere).catch(() => undefined))?.size;
  if (elsewhere !== undefined && size !== undefined) {
    const located = await confined(world, roots, elsewhere, size);
    return located.kind === "found" ? { ...located, differs: relative(dirname(from), elsewhere) } : located;
  }
  return { kind: "absent", hint: await similarName(world, path) };
}

/** Finds a file by name below the folder, and in a vault of notes below its root: other projects do not name files so. */
async function findInFolders(world: World, folder: string, root: string, name: string): Promise<string | undefined> {
  const below = await findByName(world, folder, name);
  if (below !== undefined || folder === root) return below;
  const mark = await world.disk.stat(join(root, ".obsidian")).catch(() => undefined);
  return mark ? findByName(world, root, name) : undefined;
}

async function confined(world: World, roots: readonly string[], path: string, size: number): Promise<Located> {
  const real = await world.disk.realPath(path);
  return rootOf(roots, real) === undefined ? { kind: "outside" } : { kind: "found", path: real, size };
}

/** Returns the permitted folder that contains a path. */
function rootOf(roots: readonly string[], path: string): string | undefined {
  return roots.find((root) => liesInside(root, path) && !isPrivate(root, path));
}

/** Reports whether a path is inside a version control system's folder, which can contain secrets. */
function isPrivate(root: string, path: string): boolean {
  return path
    .slice(root.length)
    .split(sep)
    .some((step) => /^\.(?:git|hg|svn|env.*|ssh|npmrc)$/i.test(step));
}

/** Finds the one file whose path differs only in case or Unicode normalisation, which some systems' disks ignore. */
async function findAlike(world: World, root: string, path: string): Promise<string | undefined> {
  const plain = (name: string): string => name.normalize("NFC").toLowerCase();
  let here = root;
  for (const step of path.slice(root.length).split(sep).filter(Boolean)) {
    const entries = await world.disk.list(here).catch(() => []);
    const alike = entries.filter(({ name }) => plain(name) === plain(step));
    const exact = alike.find(({ name }) => name === step) ?? (alike.length === 1 ? alike[0] : undefined);
    if (!exact) return undefined;
    here = join(here, exact.name);
  }
  return here;
}

/** Warns about a file whose name differs slightly from the reference. */
export function asWritten(
  { differs }: { readonly differs?: string },
  name: string,
  location: SourceLocation,
): Diagnostic[] {
  if (differs === undefined) return [];
  if (differs.includes("/")) {
    const message = `"${name}" is not beside the text; "${differs}" is taken.`;
    return [diagnostic("fileNamedAsWritten", message, `Write where it is: "${differs}".`, location)];
  }
  const message = `"${name}" is named "${differs}" on the disk; other systems do not find it.`;
  return [diagnostic("fileNamedAsWritten", message, `Write the actual name: "${differs}".`, location)];
}

/** Returns an address for messages: percent-decoded, and abbreviated if it is a `data:` address. */
export function shownAddress(address: string): string {
  const name = decodeAddress(withoutQuery(address));
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
