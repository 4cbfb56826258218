import type { PublicationFile } from "../config/publication-file.ts";
import type { KeyLocation } from "../config/read-yaml.ts";
import type { SourceFile } from "../model/source.ts";

/** A publication's sources: texts not yet parsed. */
export interface SourcePublication {
  readonly slug: string;
  /** Absolute, links resolved; contains its chapters and their files. */
  readonly folder: string;
  /** Root of the project, absolute, links resolved: no image or other file outside it is used. */
  readonly root: string;
  /** Folder shared by the project's publications, absolute, links resolved, if there is one. */
  readonly shared?: string;
  /** `publication.yaml`, or another tool's list, if there is one. */
  readonly settings?: Settings;
  /** Whether the first chapter supplies metadata that `settings` lack. */
  readonly isLed?: boolean;
  /** At least one. */
  readonly chapters: readonly SourceChapter[];
  /** In-memory files by absolute path: images extracted from an imported document. */
  readonly extracted?: ReadonlyMap<string, Uint8Array>;
  /** Original of a translation. */
  readonly translation?: Translation;
  /** All languages of the publication, including its own; only where there are several. */
  readonly versions?: readonly LanguageVersion[];
}

/** A publication before it has a slug and a root. */
export type PublicationFolder = Omit<SourcePublication, "slug" | "root" | "shared">;

/** Source of a translation. */
export interface Translation {
  /** BCP 47, from the file names. */
  readonly language: string;
  /** Texts of the original in order, and its metadata. */
  readonly original: Pick<SourcePublication, "chapters" | "settings" | "isLed">;
  /** `translations.yaml`, if there is one. */
  readonly record?: SourceFile;
}

/** A publication in one of its languages. */
export interface LanguageVersion {
  readonly slug: string;
  /** Language in the file names; absent for the original. */
  readonly language?: string;
  /** File with its metadata: settings or first text. */
  readonly file: SourceFile;
  readonly settings?: PublicationFile;
}

/** Parsed `publication.yaml`. */
export interface Settings {
  readonly file: SourceFile;
  readonly value: PublicationFile;
  /** Locations of its keys. */
  readonly keyLocation: KeyLocation;
}

export interface SourceChapter {
  readonly file: SourceFile;
  /** Title in a list. */
  readonly name?: string;
  /** The part that begins with this chapter; `null` where the previous part ends and none begins. */
  readonly part?: string | null;
  /** The text that it translates. */
  readonly original?: SourceFile;
  /** Marks a text without a translation, which keeps the language of the original. */
  readonly isUntranslated?: true;
}
