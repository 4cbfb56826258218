import type { Metadata } from "../model/metadata.ts";
import type { Dated } from "../model/publication.ts";
import type { World } from "../model/world.ts";
import { commitTime } from "./commit-time.ts";

/**
 * Returns the date for artifacts: `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/), else
 * the front matter's date, else that of the last commit of the files. Never the build time, nor a file's modification
 * time, which differs between copies.
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

/** EPUB requires a date (EPUB 3.3, 5.5.2.3); this is the earliest that its container supports. */
const undated = new Date(Date.UTC(1980, 0, 1));

/** The last second that a ZIP entry, and so an EPUB, can have as its date. */
const latestEpoch = Date.UTC(2107, 11, 31, 23, 59, 58) / 1000;
