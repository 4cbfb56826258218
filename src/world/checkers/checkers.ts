import { join } from "node:path";
import type { Checkers } from "../../model/checker.ts";
import type { Disk } from "../../model/world.ts";
import { runAce } from "./ace.ts";
import type { CheckerTools } from "./checker-tools.ts";
import { runEpubcheck } from "./epubcheck.ts";

export function createCheckers(tools: CheckerTools): Checkers {
  return {
    epubcheck: (book) => onDisk(tools.disk, book, (file) => runEpubcheck(tools, file)),
    ace: (book, browser) => onDisk(tools.disk, book, (file, folder) => runAce(tools, browser, file, folder)),
  };
}

/** Writes the book to a file in a temporary folder, which is removed when `use` is done. */
async function onDisk<T>(disk: Disk, book: Uint8Array, use: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await disk.makeTemporaryFolder();
  try {
    const file = join(folder, "book.epub");
    await disk.write(file, book);
    return await use(file, folder);
  } finally {
    await disk.remove(folder);
  }
}
