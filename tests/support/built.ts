import { build } from "../../src/pipeline/build.ts";
import type { Artifact } from "../../src/model/artifact.ts";
import type { EditionName } from "../../src/model/edition.ts";
import { printDiagnostics } from "./prepare.ts";
import type { Files } from "./temporary.ts";
import { worldOf } from "./world.ts";

/** One publication of these files, built in these editions; it must build without an error or a warning. */
export async function built(
  files: Files,
  editions: readonly EditionName[],
  { pageList = true }: { readonly pageList?: boolean } = {},
): Promise<readonly Artifact[]> {
  const world = worldOf(inFolder("text", files));
  const outcome = await build(world, { sources: ["text"], editions, config: {}, toolVersion: "0.0.0", pageList });
  const grave = outcome.diagnostics.filter(({ severity }) => severity !== "info");
  if (!outcome.ok || grave.length > 0) throw new Error(printDiagnostics(outcome.diagnostics));
  return outcome.value.flatMap(({ artifacts }) => artifacts);
}

/** The same files in a folder of this name. */
export function inFolder(name: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${name}/${path}`, content]));
}
