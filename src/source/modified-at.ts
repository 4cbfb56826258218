import type { Metadata } from "../model/metadata.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";

/**
 * The instant that artifacts carry: `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/),
 * else the day that the front matter gives, else the last change of the files. Never the time of the build.
 */
export function modifiedAt(world: World, metadata: Metadata, files: readonly SourceFile[]): Date {
  const epoch = Number(world.host.variables["SOURCE_DATE_EPOCH"] ?? "");
  if (Number.isInteger(epoch) && epoch > 0 && epoch <= latestEpoch) return new Date(epoch * 1000);
  const day = metadata.updated ?? metadata.date;
  if (day !== undefined) return new Date(`${day}T00:00:00Z`);
  const latest = Math.max(...files.map((file) => file.modified.getTime()));
  return new Date(Math.floor(latest / 1000) * 1000);
}

/** The last second that the entry of a ZIP archive, and so an EPUB, can be dated with. */
const latestEpoch = Date.UTC(2107, 11, 31, 23, 59, 58) / 1000;
