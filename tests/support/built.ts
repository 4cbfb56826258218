import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../src/pipeline/build.ts";
import type { Artifact } from "../../src/model/artifact.ts";
import type { EditionName } from "../../src/model/edition.ts";
import { writeFiles } from "./temporary.ts";
import { printDiagnostics } from "./prepare.ts";
import { worldIn } from "./world.ts";

/** One publication of these files, built in these editions; it must build without an error or a warning. */
export async function built(
  files: Readonly<Record<string, string | Uint8Array>>,
  editions: readonly EditionName[],
  { pageList = true }: { readonly pageList?: boolean } = {},
): Promise<readonly Artifact[]> {
  const folder = await mkdtemp(join(tmpdir(), "offprint-test-"));
  try {
    await writeFiles(join(folder, "text"), files);
    const sources = [join(folder, "text")];
    const outcome = await build(worldIn(folder), { sources, editions, config: {}, toolVersion: "0.0.0", pageList });
    const grave = outcome.diagnostics.filter(({ severity }) => severity !== "info");
    if (!outcome.ok || grave.length > 0) throw new Error(printDiagnostics(outcome.diagnostics));
    return outcome.value.flatMap(({ artifacts }) => artifacts);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
