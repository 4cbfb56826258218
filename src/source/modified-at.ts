import type { Metadata } from "../model/metadata.ts";
import type { Dated } from "../model/publication.ts";
import type { World } from "../model/world.ts";
import { commitTime } from "./commit-time.ts";

/**
 * The instant that artifacts carry: `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/),
 * else the day that the front matter gives, else that of the last commit of the files. Never the time of the build, nor
 * that of a file: a copy has another.
 */
export async function modifiedAt(
  world: World,
  metadata: Metadata,
  { folder, paths }: { readonly folder: string; readonly paths: readonly string[] },
): Promise<Dated> {
  const epoch = Number(world.host.variables["SOURCE_DATE_EPOCH"] ?? "");
  if (Number.isInteger(epoch) && epoch > 0 && epoch <= latestEpoch)
    return { modified: new Date(epoch * 1000), dated: "environment" };
  const day = metadata.updated ?? metadata.date;
  if (day !== undefined) return { modified: new Date(`${day}T00:00:00Z`), dated: "text" };
  const time = await commitTime(world, folder, paths);
  return time ? { modified: time, dated: "commit" } : { modified: undated, dated: "none" };
}

/** An EPUB must have an instant (EPUB 3.3, 5.5.2.3); this one is the first that its container can have, and nobody's. */
const undated = new Date(Date.UTC(1980, 0, 1));

/** The last second that the entry of a ZIP archive, and so an EPUB, can be dated with. */
const latestEpoch = Date.UTC(2107, 11, 31, 23, 59, 58) / 1000;
