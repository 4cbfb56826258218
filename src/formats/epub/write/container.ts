import { EPub } from "epub-gen-memory";
import type { BookFile } from "../../../model/book.ts";

/**
 * The library's archive with every document in it ours: its own templates know no accessibility metadata, and its
 * cleaning of HTML takes out what readers need (EPUB 3.3, §4 for what an archive must be).
 */
export class Container extends EPub {
  readonly #files: readonly BookFile[];
  readonly #date: Date;

  constructor(title: string, files: readonly BookFile[], modified: Date) {
    super({ title, verbose: false }, []);
    this.#files = files;
    this.#date = zipDate(modified);
  }

  protected override generateTemplateFiles(): Promise<void> {
    const date = this.#date;
    // The constructor has put it first; this gives it its date.
    this.zip.file("mimetype", "application/epub+zip", { compression: "STORE", date });
    for (const { path, bytes } of this.#files) this.zip.file(path, bytes, { date, createFolders: false });
    return Promise.resolve();
  }

  /** The archive's bytes, equal for equal files. */
  async pack(): Promise<Uint8Array> {
    await this.render();
    return this.generateAsync({
      type: "uint8array",
      mimeType: "application/epub+zip",
      platform: "DOS",
      compression: "DEFLATE",
      compressionOptions: { level: 9 },
    });
  }
}

/** An archive knows days from 1980 to 2107 (PKWARE APPNOTE, §4.4.6). */
function zipDate(date: Date): Date {
  const first = Date.UTC(1980, 0, 1);
  const last = Date.UTC(2107, 11, 31);
  return new Date(Math.min(last, Math.max(first, date.getTime())));
}
