import { EPub } from "epub-gen-memory";
import type { BookFile } from "../../../model/book.ts";
import { writeZip } from "./zip.ts";

/**
 * The library's archive with Offprint's own documents: the library's templates have no accessibility metadata, and its
 * HTML cleaning removes what readers need (EPUB 3.3, §4, specifies the archive).
 */
export class Container extends EPub {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #date: Date;

  constructor(title: string, files: readonly BookFile[], modified: Date) {
    super({ title, verbose: false }, []);
    this.#files = new Map(files.map(({ path, bytes }) => [path, bytes]));
    this.#date = zipDate(modified);
  }

  protected override generateTemplateFiles(): Promise<void> {
    // After the `mimetype` entry, which the constructor has added first.
    for (const [path, bytes] of this.#files) this.zip.file(path, bytes, { createFolders: false });
    return Promise.resolve();
  }

  /**
   * Returns the archive's bytes, equal for equal files. The library would compress in JavaScript, and the same fonts
   * again for each book: a quarter of the time of a build of 40 articles.
   */
  async pack(): Promise<Uint8Array> {
    await this.render();
    const entries = Object.values(this.zip.files).map(async (entry) => ({
      path: entry.name,
      bytes: this.#files.get(entry.name) ?? (await entry.async("uint8array")),
      isStored: String(entry.options.compression) === "STORE",
    }));
    return writeZip(await Promise.all(entries), this.#date);
  }
}

/** ZIP dates range from 1980 to 2107 (PKWARE APPNOTE, §4.4.6). */
function zipDate(date: Date): Date {
  const first = Date.UTC(1980, 0, 1);
  const last = Date.UTC(2107, 11, 31);
  return new Date(Math.min(last, Math.max(first, date.getTime())));
}
