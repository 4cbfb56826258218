import { basename, join } from "node:path";
import type { Manifest, ManifestEntry } from "../../config/manifest-file.ts";
import type { World } from "../../model/world.ts";
import type { OutsideResult } from "../../site/report/make-report.ts";
import { readIfThere } from "../read-if-there.ts";

/** What is behind the name of a file in that of another checker's report that lies beside it. */
const endings = [".verapdf.json", ".ace.json", ".epubcheck.json"];

/**
 * What other checkers said of these files: the reports that lie beside them, and those that were named. One that is about
 * another file is not taken. `read`: those that were named and taken.
 */
export async function outsideResults(
  world: World,
  folder: string,
  { slug, artifacts }: Manifest,
  named: readonly string[],
): Promise<{ readonly found: readonly OutsideResult[]; readonly read: readonly string[] }> {
  const there = await world.disk.list(join(folder, slug)).catch(() => []);
  const beside = there
    .filter(({ name }) => endings.some((ending) => name.endsWith(ending)))
    .map(({ name }) => join(folder, slug, name));
  const found: OutsideResult[] = [];
  const read: string[] = [];
  for (const path of new Set([...beside, ...named])) {
    const text = await readIfThere(world, path);
    if (text === undefined) continue;
    const about = artifacts.filter((entry) => !beside.includes(path) || isBeside(path, entry));
    const results = (await import("./read-outside.ts")).readOutside(text, about);
    found.push(...results);
    if (results.length > 0 && named.includes(path)) read.push(path);
  }
  return { found, read };
}

const isBeside = (path: string, entry: ManifestEntry): boolean =>
  endings.some((ending) => basename(path) === `${basename(entry.path)}${ending}`);
