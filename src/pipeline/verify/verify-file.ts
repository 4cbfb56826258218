import { basename } from "node:path";
import type { Manifest, ManifestEntry } from "../../config/manifest-file.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { sha256Of } from "../../model/sha256.ts";
import { nameBasedUuid } from "../../template/identifier.ts";
import type { FoundManifest } from "./find-manifests.ts";
import { type FileIdentity, readIdentity } from "./read-identity.ts";

/** What is known about a file. */
export interface VerifiedFile {
  /** Path as given. */
  readonly path: string;
  /** Result of the comparison with the manifest. */
  readonly state: "unchanged" | "changed" | "missing" | "unknown";
  /** Digest of the file, lower-case hexadecimal. */
  readonly sha256?: string;
  /** Title of the publication. */
  readonly title?: string;
  /** Slug of the publication. */
  readonly slug?: string;
  /** Edition, according to the manifest. */
  readonly edition?: string;
  /** State of the sources that it was built from. */
  readonly release?: string;
  /** Whether that is the state of the manifest. */
  readonly current?: boolean;
  /** Files that it was built from, with digests. */
  readonly sources?: Manifest["sources"];
}

export interface Verified {
  readonly file: VerifiedFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns every file that a manifest lists: the editions and their conformance reports. */
export function listedIn({ artifacts, reports = [], release }: Manifest): ListedEntry[] {
  const state = release === undefined ? {} : { release };
  return [...artifacts, ...reports.map((report) => ({ ...report, edition: "report", ...state }))];
}

type ListedEntry = Pick<ManifestEntry, "path" | "edition" | "release" | "sha256">;

/** Compares a file with the manifests that may list it. */
export function verifyFile(path: string, bytes: Uint8Array, found: readonly FoundManifest[]): Verified {
  const manifests = found.map(({ manifest }) => manifest);
  const sha256 = sha256Of(bytes);
  const entries = manifests.flatMap((manifest) => listedIn(manifest).map((entry) => ({ manifest, entry })));
  const same = entries.find(({ entry }) => entry.sha256 === sha256);
  if (same) return unchanged(path, sha256, same.manifest, same.entry);
  for (const { manifest, releases } of found) {
    for (const { id: release, files = [] } of releases) {
      const former = files.find((file) => file.sha256 === sha256);
      if (former) return unchanged(path, sha256, manifest, { path, sha256, edition: former.edition, release });
    }
  }
  const identity = readIdentity(bytes);
  const other =
    entries.find(({ manifest, entry }) => identity.id !== undefined && isOf(identity.id, manifest, entry)) ??
    entries.find(({ entry }) => basename(entry.path) === basename(path));
  if (!other) {
    const hint = "Name the manifest that lists it with --manifest.";
    const message =
      identity.release === undefined
        ? "No manifest lists this file."
        : `No manifest lists this file, whose version is ${identity.release}.`;
    return {
      file: { path, state: "unknown", sha256 },
      diagnostics: [diagnostic("fileListed", message, hint, { file: path })],
    };
  }
  const { manifest, entry } = other;
  const { title, slug } = manifest;
  const release = identity.release;
  const message = `This is not the file that the manifest of "${slug}" lists: ${differences(identity, manifest, entry).join("; ")}.`;
  const hint = "Take the file from where it was published, or build it again.";
  return {
    file: {
      path,
      state: "changed",
      sha256,
      title,
      slug,
      edition: entry.edition,
      ...(release !== undefined && { release }),
    },
    diagnostics: [diagnostic("fileUnchanged", message, hint, { file: path })],
  };
}

function unchanged(path: string, sha256: string, manifest: Manifest, entry: ListedEntry): Verified {
  const { title, slug, sources } = manifest;
  const { edition, release } = entry;
  const current = release === undefined || release === manifest.release;
  const superseded = diagnostic(
    "fileCurrent",
    `This file is of version ${release}; the publication is at ${manifest.release}.`,
    "Take the file of the current version, or build this edition again.",
    { file: path },
  );
  return {
    file: {
      path,
      state: "unchanged",
      sha256,
      title,
      slug,
      edition,
      ...(release !== undefined && { release }),
      current,
      ...(current && { sources }),
    },
    diagnostics: current ? [] : [superseded],
  };
}

/** A PDF is identified by its edition, an e-book by its publication. */
function isOf(id: string, manifest: Manifest, { edition }: ListedEntry): boolean {
  return (
    id ===
    (edition.startsWith("ebook") ? manifest.id : `urn:uuid:${nameBasedUuid(JSON.stringify([manifest.id, edition]))}`)
  );
}

/** Returns why the file may differ, according to its own metadata. */
function differences(identity: FileIdentity, { release, tool }: Manifest, entry: ListedEntry): string[] {
  const listed = entry.release ?? release;
  const maker = `Offprint ${tool.version}`;
  const found = [
    ...(identity.release !== undefined && listed !== undefined && identity.release !== listed
      ? [`its sources are those of version ${identity.release}, not ${listed}`]
      : []),
    ...(identity.tool !== undefined && identity.tool !== maker
      ? [`it was made by ${identity.tool}, not ${maker}`]
      : []),
  ];
  return found.length > 0 ? found : ["its bytes differ, although it names the same sources"];
}
