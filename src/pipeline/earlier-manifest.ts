import { type Manifest, type ManifestEntry, manifestFile } from "../config/manifest-file.ts";
import { parseOwnJson } from "../config/parse-own-json.ts";
import { join, resolve } from "node:path";
import { everyEditionName } from "../model/every-edition.ts";
import { liesInside } from "../model/shown-path.ts";
import type { World } from "../model/world.ts";
import { readIfThere } from "./read-if-there.ts";

/** Adds the entries of an earlier manifest for editions that this run did not build. */
export function mergeManifests(made: Manifest, earlier: Manifest | undefined): Manifest {
  const isNew = new Set(made.artifacts.map((entry) => entry.edition));
  const remaining = (earlier?.artifacts ?? []).filter((entry) => !isNew.has(entry.edition));
  const order = everyEditionName();
  // Editions of plug-ins that this run does not have come last.
  const rank = ({ edition }: ManifestEntry): number =>
    order.includes(edition) ? order.indexOf(edition) : order.length;
  const artifacts = [...made.artifacts, ...remaining].toSorted((a, b) => rank(a) - rank(b));
  const sections = made.release === earlier?.release ? withPages(made.sections, earlier?.sections) : made.sections;
  const cover = made.cover ?? earlier?.cover;
  return {
    ...made,
    browser: made.browser ?? earlier?.browser ?? null,
    ...(sections && { sections }),
    artifacts,
    ...(cover !== undefined && { cover }),
  };
}

/** Keeps the page numbers of an earlier run, if this one built no paged edition. */
function withPages(sections: Manifest["sections"], earlier: Manifest["sections"]): Manifest["sections"] {
  const pages = new Map(earlier?.map(({ id, page }) => [id, page]));
  return sections?.map((section) => {
    const page = section.page ?? pages.get(section.id);
    return { ...section, ...(page !== undefined && { page }) };
  });
}

/** Returns the manifest of an earlier run, without the files that were removed since. */
export async function earlierManifest(world: World, folder: string, slug: string): Promise<Manifest | undefined> {
  const text = await readIfThere(world, join(folder, slug, "manifest.json"));
  // One that is damaged is written anew.
  const manifest = parseOwnJson(manifestFile, text);
  if (!manifest) return undefined;
  // The file is untrusted: another publication's name, or a file outside the folder, is rejected.
  if (manifest.slug !== slug) return undefined;
  const there = await Promise.all(manifest.artifacts.map(({ path }) => isThere(world, folder, path)));
  const reports = manifest.reports ?? [];
  const isReported = (await Promise.all(reports.map(({ path }) => isThere(world, folder, path)))).every(Boolean);
  const { reports: _, cover, ...rest } = manifest;
  const isCovered = cover !== undefined && (await isThere(world, folder, cover));
  return {
    ...rest,
    artifacts: manifest.artifacts.filter((_entry, index) => there[index]),
    ...(isCovered && { cover }),
    ...(reports.length > 0 && isReported && { reports }),
  };
}

async function isThere(world: World, folder: string, path: string): Promise<boolean> {
  const whole = resolve(folder, path);
  return liesInside(folder, whole) && (await world.disk.stat(whole).catch(() => undefined))?.kind === "file";
}
