import type { OffprintConfig } from "../config/offprint-config.ts";
import type { Release } from "../model/metadata.ts";
import { sha256Of } from "../model/sha256.ts";
import { relativePath } from "../model/shown-path.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";

/** The page next to a publication's files that tells which release is current. */
export const checkPage = "check.html";

/**
 * Returns a short id of the state of the sources: the start of the digest of their digests. `read`: paths of images and
 * data. Unreadable files are left out, and so is Offprint's version: a copy stays current as long as the text is
 * unchanged.
 */
export async function releaseId(
  world: World,
  folder: string,
  files: readonly SourceFile[],
  read: readonly string[],
): Promise<string> {
  const known = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  for (const path of read.filter((candidate) => !known.has(candidate))) {
    const bytes = await world.disk.read(path).catch(() => undefined);
    if (bytes) known.set(path, sha256Of(bytes));
  }
  const digests = [...known].map(([path, sha256]) => `${sha256} ${relativePath(folder, path)}`);
  return sha256Of(digests.toSorted().join("\n")).slice(0, 8);
}

/**
 * Adds the address where readers can check whether a copy is current: next to the publication, if the address of the
 * output folder is configured. A text's own address may be on a site without such a page.
 */
export function releaseWithAddress(id: string, slug: string, { url }: Pick<OffprintConfig, "url">): Release {
  if (url === undefined) return { id };
  const check = new URL(`${encodeURIComponent(slug)}/${checkPage}`, url.replace(/\/?$/, "/"));
  check.hash = id;
  return { id, check: check.href };
}
