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
  /** What it translates, where it is a translation. */
  readonly translation?: Translation;
  /** The languages in which it is made, its own among them; only where there are several. */
  readonly versions?: readonly LanguageVersion[];
}

/** A publication before it has a slug and a root. */
export type PublicationFolder = Omit<SourcePublication, "slug" | "root" | "shared">;

/** What a translation was made from. */
export interface Translation {
  /** BCP 47, as the names of its files say. */
  readonly language: string;
  /** The texts of the original, in their order, and what speaks for the whole. */
  readonly original: Pick<SourcePublication, "chapters" | "settings" | "isLed">;
  /** `translations.yaml`, where there is one. */
  readonly record?: SourceFile;
}

/** A publication in one of the languages in which it is made. */
export interface LanguageVersion {
  readonly slug: string;
  /** What the names of its files say; the original's do not. */
  readonly language?: string;
  /** What speaks for it: settings or first text. */
  readonly file: SourceFile;
  readonly settings?: PublicationFile;
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
  /** The text that it translates. */
  readonly original?: SourceFile;
  /** Where it stands in a translation and is none: its own language is that of the original. */
  readonly isUntranslated?: true;
}
