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

/** What is compared with what. */
export interface VerifyOptions {
  /** Finished files, or folders of them. */
  readonly paths: readonly string[];
  /** A manifest, a `SHA256SUMS`, or a folder with some, where they are not beside the files. */
  readonly manifest?: string | undefined;
  /** Whether what the manifests list is made again and its bytes are compared. */
  readonly rebuild?: boolean | undefined;
  /** What to make it from; those of the configuration where it is left out. */
  readonly sources?: readonly string[] | undefined;
  /** Whether an e-book names the pages of a handout, as in the build. */
  readonly pageList?: boolean | undefined;
}

/** What `verify` gives. */
export interface VerifyResult {
  /** One for each file that was asked for or is in the manifest. */
  readonly files: readonly VerifiedFile[];
  /** A line for each file that is not as the manifest has it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether files are what their manifests list, and of which sources; nothing is written. */
export async function verify(world: World, options: VerifyOptions): Promise<VerifyResult> {
  const config = await loadConfig(world);
  if (!config.ok) return { files: [], diagnostics: config.diagnostics };
  const { files, manifests, diagnostics } = await verifyPaths(world, options.paths, options.manifest);
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
  const again = new Map(made.publications.flatMap(({ artifacts }) => artifacts.map((one) => [one.path, one])));
  const where = new Map<string, string | undefined>();
  for (const { manifest, folder } of manifests) {
    for (const { path, sha256 } of manifest.artifacts) {
      const other = again.get(path);
      const bytes = await world.disk.read(join(folder, path)).catch(() => undefined);
      // What lies there may be another file than the one that is listed.
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
