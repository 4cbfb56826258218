import type { OffprintConfig } from "../config/offprint-config.ts";
import type { Release } from "../model/metadata.ts";
import { sha256Of } from "../model/sha256.ts";
import { relativePath } from "../model/shown-path.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";

/** The page beside the files of a publication that says which release is current. */
export const checkPage = "check.html";

/**
 * The short name of the state that the sources are in: the beginning of the digest of their digests. `read`: the paths of
 * pictures and data. What cannot be read has no part in it. The version of Offprint has none either: a copy stays current
 * as long as nobody has changed the text.
 */
export async function releaseId(
  world: World,
  folder: string,
  files: readonly SourceFile[],
  read: readonly string[],
): Promise<string> {
  const known = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  for (const path of read.filter((one) => !known.has(one))) {
    const bytes = await world.disk.read(path).catch(() => undefined);
    if (bytes) known.set(path, sha256Of(bytes));
  }
  const digests = [...known].map(([path, sha256]) => `${sha256} ${relativePath(folder, path)}`);
  return sha256Of(digests.toSorted().join("\n")).slice(0, 8);
}

/**
 * Where it is asked whether a copy is current: beside the publication, where the output folder is known to be on the web. The
 * address that a text gives itself may be that of another page, on a site that has no such one.
 */
export function releaseWithAddress(id: string, slug: string, { url }: Pick<OffprintConfig, "url">): Release {
  if (url === undefined) return { id };
  const check = new URL(`${encodeURIComponent(slug)}/${checkPage}`, url.replace(/\/?$/, "/"));
  check.hash = id;
  return { id, check: check.href };
}
