import { dirname, join } from "node:path";
import { note } from "../diagnostics/note.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";

/** Bytes and where they belong, relative to the output folder, `/`-separated. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Put every file in its place, or none: each is written beside its place first, and only when all are on the disk
 * are they renamed. A failure leaves what was there before.
 */
export async function saveFiles(
  world: World,
  folder: string,
  files: readonly OutputFile[],
): Promise<Outcome<readonly string[]>> {
  const { disk } = world;
  const written: string[] = [];
  try {
    for (const file of files) {
      const path = join(folder, file.path);
      await disk.makeFolder(dirname(path));
      if ((await disk.stat(path))?.kind === "folder") throw new Error(`"${path}" is a folder`);
      written.push(`${path}.new`);
      await disk.write(`${path}.new`, file.bytes);
    }
    for (const path of written) await disk.rename(path, path.slice(0, -".new".length));
    return succeed(files.map((file) => join(folder, file.path)));
  } catch (error) {
    await Promise.all(written.map((path) => disk.remove(path).catch(() => undefined)));
    const reason = error instanceof Error ? error.message : String(error);
    return fail(
      note(
        "outputWritable",
        `The output cannot be written: ${reason}.`,
        "Check the permissions and the space of the output folder, or choose another with --out.",
      ),
    );
  }
}
