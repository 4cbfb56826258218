import { join } from "node:path";
import type { Manifest } from "../config/manifest-file.ts";
import { type ListedRelease, releasesIn } from "../config/releases-file.ts";
import type { World } from "../model/world.ts";
import { compareReleases } from "./compare-releases.ts";
import { previousRelease } from "./previous-release.ts";
import { readIfThere } from "./read-if-there.ts";
import { checkPage } from "./release-of.ts";
import type { Destination } from "./destination.ts";
import type { OutputFile } from "./output-folder.ts";

/** A slip to print for copies of the previous release. */
const errataPage = "errata.html";

/** A new manifest, and the previous one if it differs. */
export interface CompletedManifest {
  readonly manifest: Manifest;
  readonly earlier?: Manifest | undefined;
}

/** Returns the releases of a publication, newest first, including the one being built. */
export async function releasesOf(
  world: World,
  { folder, previous }: Pick<Destination, "folder" | "previous">,
  { manifest, earlier }: CompletedManifest,
): Promise<readonly ListedRelease[]> {
  if (manifest.release === undefined) return [];
  const known = releasesIn(await readIfThere(world, join(folder, listOf(manifest))));
  const isNew = earlier === undefined || earlier.release === manifest.release;
  const hasPast = known.some(({ id }) => id !== manifest.release);
  if (previous === undefined || !isNew || hasPast) return withCurrent(known, manifest, earlier);
  // The folder knows no earlier release.
  const before = await previousRelease(world, previous, manifest.slug);
  return withCurrent(before.releases, manifest, before.manifest);
}

const listOf = ({ slug }: Manifest): string => `${slug}/releases.json`;

/** Returns the list of a publication's releases, and the page that tells which is current. */
export async function releaseFiles(manifest: Manifest, releases: readonly ListedRelease[]): Promise<OutputFile[]> {
  if (releases.length === 0) return [];
  const { slug } = manifest;
  const path = listOf(manifest);
  const { composeCheckPage } = await import("../site/check-page.ts");
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const { composeErrataPage } = await import("../site/errata-page.ts");
  const errata = composeErrataPage(manifest, releases);
  return [
    ...(errata === undefined ? [] : [{ path: `${slug}/${errataPage}`, bytes: bytes(errata) }]),
    { path, bytes: bytes(`${JSON.stringify({ releases }, null, 2)}\n`) },
    { path: `${slug}/${checkPage}`, bytes: bytes(composeCheckPage(manifest, releases, errata && errataPage)) },
  ];
}

/** Newest first; a release that recurs becomes the newest again. The content of an unreadable file is lost. */
function withCurrent(
  known: readonly ListedRelease[],
  manifest: Manifest,
  earlier: Manifest | undefined,
): ListedRelease[] {
  const [newest] = known;
  if (newest !== undefined && newest.id === manifest.release) return [...known];
  const before = earlier?.release === undefined ? [] : [entryOf(earlier, { sections: [], facts: [] })];
  const past = (known.length === 0 ? before : known).map((one) => withFiles(one, earlier));
  const changes = earlier?.release === undefined ? { sections: [], facts: [] } : compareReleases(earlier, manifest);
  const current = entryOf(manifest, changes);
  return [current, ...past.filter(({ id }) => id !== current.id)];
}

/** Adds the files that a release had when it was replaced. */
function withFiles(listed: ListedRelease, earlier: Manifest | undefined): ListedRelease {
  if (earlier === undefined || listed.id !== earlier.release) return listed;
  const files = earlier.artifacts.filter(({ release }) => release === listed.id);
  return { ...listed, files: files.map(({ edition, sha256 }) => ({ edition, sha256 })) };
}

function entryOf({ release = "", date }: Manifest, changes: Pick<ListedRelease, "sections" | "facts">): ListedRelease {
  return { id: release, ...(date !== undefined && { date }), ...changes };
}
