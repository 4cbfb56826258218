import { createHash } from "node:crypto";
import { join } from "node:path";
import type { MergedFile } from "../config/merge-manifest.ts";
import { sha256Of } from "../model/sha256.ts";
import type { Disk } from "../model/world.ts";
import { type JoinedDescription, joinPdfs } from "../formats/pdf/join/join-pdfs.ts";

/** Bytes written at once. */
const maxBuffered = 2 ** 20;

/**
 * Joins the files of a run into one: writes a temporary file in pieces, and renames it when complete. Deletes the
 * parts. Rejects where a part is no longer as it was made.
 */
export async function joinParts(
  disk: Disk,
  folder: string,
  parts: readonly MergedFile[],
  fileName: string,
  description: JoinedDescription,
): Promise<MergedFile> {
  // On this machine, also where the folder is in a bucket, in which nothing can be added to a file.
  const beside = await disk.makeTemporaryFolder(folder);
  const partial = join(beside, fileName);
  const hash = createHash("sha256");
  let size = 0;
  await disk.write(partial, new Uint8Array());
  async function* read(): AsyncGenerator<Uint8Array> {
    for (const { path, sha256 } of parts) {
      const bytes = await disk.read(join(folder, path)).catch(() => undefined);
      if (!bytes) throw new Error(`"${path}" was deleted during the run`);
      if (sha256Of(bytes) !== sha256) throw new Error(`"${path}" was changed during the run`);
      yield bytes;
    }
  }
  let held: Uint8Array[] = [];
  let heldSize = 0;
  const flush = async (): Promise<void> => {
    await disk.append(partial, Buffer.concat(held));
    held = [];
    heldSize = 0;
  };
  let pages: number;
  try {
    pages = await joinPdfs(read(), description, async (bytes) => {
      hash.update(bytes);
      size += bytes.length;
      held.push(bytes);
      heldSize += bytes.length;
      if (heldSize >= maxBuffered) await flush();
    });
    await flush();
    await disk.rename(partial, join(folder, fileName));
  } finally {
    await disk.remove(beside).catch(() => undefined);
  }
  for (const { path } of parts) await disk.remove(join(folder, path));
  return { path: fileName, size, sha256: hash.digest("hex"), pages };
}
