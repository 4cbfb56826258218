import { createHash } from "node:crypto";
import { join } from "node:path";
import type { MergedFile } from "../config/merge-manifest.ts";
import type { Disk } from "../model/world.ts";
import { type JoinedDescription, joinPdfs } from "../formats/pdf/join/join-pdfs.ts";

/** Bytes written at once. */
const maxBuffered = 2 ** 20;

/**
 * Joins the files of a run into one: writes a temporary file in pieces, and renames it when complete. Deletes the
 * parts.
 */
export async function joinParts(
  disk: Disk,
  folder: string,
  parts: readonly MergedFile[],
  fileName: string,
  description: JoinedDescription,
): Promise<MergedFile> {
  const partial = join(folder, `${fileName}.part`);
  const hash = createHash("sha256");
  let size = 0;
  await disk.write(partial, new Uint8Array());
  async function* read(): AsyncGenerator<Uint8Array> {
    for (const { path } of parts) yield await disk.read(join(folder, path));
  }
  let held: Uint8Array[] = [];
  let heldSize = 0;
  const flush = async (): Promise<void> => {
    await disk.append(partial, Buffer.concat(held));
    held = [];
    heldSize = 0;
  };
  const pages = await joinPdfs(read(), description, async (bytes) => {
    hash.update(bytes);
    size += bytes.length;
    held.push(bytes);
    heldSize += bytes.length;
    if (heldSize >= maxBuffered) await flush();
  });
  await flush();
  await disk.rename(partial, join(folder, fileName));
  for (const { path } of parts) await disk.remove(join(folder, path));
  return { path: fileName, size, sha256: hash.digest("hex"), pages };
}
