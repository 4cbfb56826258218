import type { PublicationFile } from "../config/publication-file.ts";
import type { KeyLocation } from "../config/read-yaml.ts";
import type { SourceFile } from "../model/source.ts";

/** What was asked for, read: texts not yet parsed. */
export interface SourcePublication {
  readonly slug: string;
  /** Absolute, links resolved; nothing outside it belongs to the publication. */
  readonly folder: string;
  /** `publication.yaml`, where there is one. */
  readonly settings?: Settings;
  /** At least one. */
  readonly chapters: readonly SourceChapter[];
  /** Files that are not on the disk: pictures out of a document that was imported, by absolute path. */
  readonly extracted?: ReadonlyMap<string, Uint8Array>;
}

/** `publication.yaml`, read. */
export interface Settings {
  readonly file: SourceFile;
  readonly value: PublicationFile;
  /** Where its keys stand. */
  readonly keyLocation: KeyLocation;
}

export interface SourceChapter {
  readonly file: SourceFile;
  /** The part that begins with this chapter; `null` where the part before it has ended and none begins. */
  readonly part?: string | null;
}
