import { join } from "node:path";
import { sha256Of } from "../model/sha256.ts";
import { whereDiffers } from "../pipeline/verify/where-differs.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { World } from "../model/world.ts";
import { relevel } from "../diagnostics/relevel.ts";
import { compareRebuilt } from "../pipeline/verify/compare-rebuilt.ts";
import { verify as verifyPaths } from "../pipeline/verify/verify.ts";
import type { VerifiedFile } from "../pipeline/verify/verify-file.ts";
import { build } from "./build.ts";
import { loadConfig } from "./load-config.ts";

export type { VerifiedFile };

/** Options of `verify`. */
export interface VerifyOptions {
  /** Finished files, or folders of them. */
  readonly paths: readonly string[];
  /** A manifest, a `SHA256SUMS` file, or a folder of them, where they are not next to the files. */
  readonly manifest?: string | undefined;
  /** Whether to rebuild the listed files and compare their bytes. */
  readonly rebuild?: boolean | undefined;
  /** Sources for the rebuild; defaults to the configured ones. */
  readonly sources?: readonly string[] | undefined;
  /** Whether an e-book lists the pages of a handout, as in the build. */
  readonly pageList?: boolean | undefined;
}

/** Result of `verify`. */
export interface VerifyResult {
  /** One for each file that was named or is in the manifest. */
  readonly files: readonly VerifiedFile[];
  /** One for each file that differs from the manifest. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Verifies that files match their manifests, and reports the sources they were built from. Writes nothing. If the
 * configuration is wrong, reports that and verifies the files without it, but rebuilds none.
 */
export async function verify(world: World, options: VerifyOptions): Promise<VerifyResult> {
  const config = await loadConfig(world);
  const { files, manifests, diagnostics } = await verifyPaths(world, options.paths, options.manifest);
  if (!config.ok) return { files, diagnostics: [...config.diagnostics, ...diagnostics] };
  if (!options.rebuild) return { files, diagnostics: relevel(diagnostics, config.value) };
  const listed = manifests.map(({ manifest }) => manifest);
  const wanted = [...new Set(listed.flatMap(({ artifacts }) => artifacts.map(({ edition }) => edition)))];
  const { sources, pageList } = options;
  const made = await build(world, {
    cache: false,
    strict: false,
    pageList,
    ...(sources && { sources }),
    editions: wanted,
  });
  const rebuilt = new Map(made.publications.map(({ slug, manifest }) => [slug, manifest]));
  const again = new Map(
    made.publications.flatMap(({ artifacts }) => artifacts.map((artifact) => [artifact.path, artifact])),
  );
  const where = new Map<string, string | undefined>();
  for (const { manifest, folder } of manifests) {
    for (const { path, sha256 } of manifest.artifacts) {
      const other = again.get(path);
      const bytes = await world.disk.read(join(folder, path)).catch(() => undefined);
      // The file on disk may not be the listed one.
      if (!other || !bytes || other.sha256 === sha256 || sha256Of(bytes) !== sha256) continue;
      where.set(path, whereDiffers(bytes, other.bytes, other.mediaType));
    }
  }
  const other = listed.flatMap((manifest) =>
    compareRebuilt(manifest, rebuilt.get(manifest.slug), (path) => where.get(path)),
  );
  const faults = made.diagnostics.filter(({ severity }) => severity === "error");
  return { files, diagnostics: [...relevel([...diagnostics, ...other], config.value), ...faults] };
}
