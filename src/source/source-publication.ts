import type { PublicationFile } from "../config/publication-file.ts";
import type { KeyLocation } from "../config/read-yaml.ts";
import type { SourceFile } from "../model/source.ts";

/** What was asked for, read: texts not yet parsed. */
export interface SourcePublication {
  readonly slug: string;
  /** Absolute, links resolved; its chapters and the files that go with them lie in it. */
  readonly folder: string;
  /** The project's root, absolute, links resolved: no picture and no other file from outside it is shown. */
  readonly root: string;
  /** The folder of what the publications of the project share, absolute, links resolved, where there is one. */
  readonly shared?: string;
  /** `publication.yaml`, or the list of another tool, where there is one. */
  readonly settings?: Settings;
  /** Whether the first chapter speaks for the whole where `settings` say nothing. */
  readonly isLed?: boolean;
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
  /** What a list calls it. */
  readonly name?: string;
  /** The part that begins with this chapter; `null` where the part before it has ended and none begins. */
  readonly part?: string | null;
}
