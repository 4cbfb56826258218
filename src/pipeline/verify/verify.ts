import { basename, dirname, join, resolve } from "node:path";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { shownPath } from "../../model/shown-path.ts";
import type { World } from "../../model/world.ts";
import { reasonOf } from "../../source/reason.ts";
import { type FoundManifest, findManifests } from "./find-manifests.ts";
import { sumsName } from "../../site/sums.ts";
import { readSums, type Sums } from "./read-sums.ts";
import { type VerifiedFile, listedIn, verifyFile } from "./verify-file.ts";
import { againstSums } from "./verify-sums.ts";

export interface Verification {
  readonly files: readonly VerifiedFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly manifests: readonly FoundManifest[];
}

/**
 * Compares files, or every file listed in the manifests of a folder, with the manifests. `given`: a manifest or a
 * folder of manifests, where they are not next to the files.
 */
export async function verify(
  world: World,
  paths: readonly string[],
  folder: string | undefined,
): Promise<Verification> {
  const { workingFolder } = world.host;
  const named = folder === undefined ? [] : await findManifests(world, resolve(workingFolder, folder));
  const sums = folder === undefined ? undefined : await readSums(world, resolve(workingFolder, folder));
  if (folder !== undefined && named.length === 0 && !sums) return nothing(folder, "there is no manifest there");
  const all = await Promise.all(
    paths.map((path) => verifyPath(world, resolve(workingFolder, path), path, named, sums)),
  );
  return {
    files: all.flatMap(({ files }) => files),
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
    manifests: all.flatMap(({ manifests }) => manifests),
  };
}

async function verifyPath(
  world: World,
  path: string,
  shown: string,
  named: readonly FoundManifest[],
  namedSums: Sums | undefined,
): Promise<Verification> {
  const there = await world.disk.stat(path).catch(() => undefined);
  if (!there) return nothing(shown, "it is not there");
  const beside = await findManifests(world, there.kind === "folder" ? path : dirname(path));
  const isNamed = named.length > 0 || namedSums !== undefined;
  const manifests = isNamed ? named : beside;
  const around = there.kind === "folder" ? path : dirname(path);
  const sums = isNamed ? namedSums : await readSums(world, around);
  // An output folder contains more than the published files; its manifest lists those.
  const isOutput =
    there.kind === "folder" && (await world.disk.stat(join(path, "manifest.json")).catch(() => undefined));
  if (sums && !isOutput && (there.kind === "folder" || basename(path) === sumsName)) {
    return verifyRelease(world, around, sums, manifests);
  }
  if (there.kind === "folder") {
    if (manifests.length === 0) return nothing(shown, "there is no manifest in it");
    const listed = manifests.flatMap((known) => {
      const { manifest, folder } = known;
      return listedIn(manifest).map((entry) => {
        // A release has all files in one folder.
        const base = named.length > 0 ? path : folder;
        return { known, places: [join(base, entry.path), join(base, entry.path.split("/").at(-1) ?? entry.path)] };
      });
    });
    const found = await Promise.all(
      listed.map(async ({ known, places }) => {
        const stats = await Promise.all(places.map((place) => world.disk.stat(place).catch(() => undefined)));
        const index = Math.max(
          0,
          stats.findIndex((stat) => stat?.kind === "file"),
        );
        return verifyOne(world, places[index] ?? path, [known]);
      }),
    );
    return collect(found, manifests);
  }
  const result = await verifyOne(world, path, manifests);
  return collect([sums ? againstSums(result, basename(path), sums) : result], manifests);
}

/** Verifies every file in the digest list of a release, and every other file in its folder. */
async function verifyRelease(
  world: World,
  folder: string,
  sums: Sums,
  manifests: readonly FoundManifest[],
): Promise<Verification> {
  const entries = await world.disk.list(folder);
  const there = entries.filter(({ kind, name }) => kind === "file" && name !== sumsName).map(({ name }) => name);
  const names = [...new Set([...sums.digests.keys(), ...there])].toSorted();
  const found = await Promise.all(
    names.map(async (name) => againstSums(await verifyOne(world, join(folder, name), manifests), name, sums)),
  );
  return collect(found, manifests);
}

function collect(
  found: readonly Awaited<ReturnType<typeof verifyOne>>[],
  manifests: readonly FoundManifest[],
): Verification {
  return {
    files: found.map(({ file }) => file),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
    manifests,
  };
}

async function verifyOne(world: World, path: string, manifests: readonly FoundManifest[]) {
  const shown = shownPath(path, world.host.workingFolder);
  try {
    return verifyFile(shown, await world.disk.read(path), manifests);
  } catch (error) {
    const missing = diagnostic("fileListed", `This file cannot be read: ${reasonOf(error)}.`, "Build it again.", {
      file: shown,
    });
    return { file: { path: shown, state: "missing" } satisfies VerifiedFile, diagnostics: [missing] };
  }
}

function nothing(path: string, why: string): Verification {
  const found = diagnostic(
    "sourceExists",
    `"${path}" cannot be verified: ${why}.`,
    "Name files or folders that Offprint made.",
  );
  return { files: [], manifests: [], diagnostics: [found] };
}
