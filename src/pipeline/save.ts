import type { Outcome } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { openOutput, type OutputFile } from "./output-folder.ts";

/** Writes every file or none: a failure leaves the previous files. */
export async function saveFiles(
  world: World,
  folder: string,
  files: readonly OutputFile[],
): Promise<Outcome<readonly string[]>> {
  const output = openOutput(world, folder);
  try {
    for (const file of files) await output.add(file);
    return await output.commit();
  } finally {
    await output.close();
  }
}
