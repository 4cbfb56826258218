import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** What a folder holds, by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A new folder with these files, by path; it goes when the test ends. */
export async function temporaryFolder(files: Files = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "offprint-test-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, files);
  return folder;
}

/** Write files by their path in a folder. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Writes a file in one step: who watches the folder never sees it empty, or in part. */
export async function replaceFile(folder: string, path: string, content: string): Promise<void> {
  await writeFile(`${folder}.new`, content);
  await rename(`${folder}.new`, join(folder, path));
}
