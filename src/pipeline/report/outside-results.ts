import { basename, join } from "node:path";
import type { Manifest, ManifestEntry } from "../../config/manifest-file.ts";
import type { World } from "../../model/world.ts";
import type { OutsideResult } from "../../site/report/make-report.ts";
import { readIfThere } from "../read-if-there.ts";

/** Suffixes that name another checker's report next to a file. */
const endings = [".verapdf.json", ".ace.json", ".epubcheck.json"];

/**
 * Reads reports of other checkers on these files: those next to them, and those named by the user. Ignores reports on
 * other files. `read`: the named reports that were used.
 */
export async function outsideResults(
  world: World,
  folder: string,
  { slug, artifacts }: Manifest,
  named: readonly string[],
): Promise<{ readonly found: readonly OutsideResult[]; readonly read: readonly string[] }> {
  const there = await world.disk.list(join(folder, slug)).catch(() => []);
  const adjacent = there
    .filter(({ name }) => endings.some((ending) => name.endsWith(ending)))
    .map(({ name }) => join(folder, slug, name));
  const found: OutsideResult[] = [];
  const read: string[] = [];
  for (const path of new Set([...adjacent, ...named])) {
    const text = await readIfThere(world, path);
    if (text === undefined) continue;
    const about = artifacts.filter((entry) => !adjacent.includes(path) || isBeside(path, entry));
    const results = (await import("./read-outside.ts")).readOutside(text, about);
    found.push(...results);
    if (results.length > 0 && named.includes(path)) read.push(path);
  }
  return { found, read };
}

const isBeside = (path: string, entry: ManifestEntry): boolean =>
  endings.some((ending) => basename(path) === `${basename(entry.path)}${ending}`);
