import type { ManifestEntry } from "../config/manifest-file.ts";
import { editionName } from "../i18n/edition-name.ts";
import { countWith, type Messages } from "../i18n/messages.ts";
import type { FormatName } from "../model/edition.ts";
import { findEdition } from "../model/every-edition.ts";

/** A publication's file as layouts show it: name, type, pages and readable size. */
export interface FileView {
  readonly file_name: string;
  readonly media_type: string;
  readonly format: FormatName;
  readonly name: string;
  readonly size: string;
  readonly pages: string | null;
}

/** What is known of a finished file before its manifest is written. */
export type FinishedFile = Pick<ManifestEntry, "path" | "edition" | "label" | "mediaType" | "size" | "pages">;

export function fileView(
  { path, edition, label, mediaType, size, pages }: FinishedFile,
  words: Messages,
  language: string,
) {
  const kilobytes = new Intl.NumberFormat(language, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 });
  return {
    file_name: encodeURIComponent(path.split("/").at(-1) ?? path),
    media_type: mediaType,
    format: findEdition(edition)?.format ?? path.split(".").at(-1) ?? "",
    name: editionName(edition, words, label),
    size: kilobytes.format(Math.ceil(size / 1000)),
    pages: pages === undefined ? null : countWith(words.library.pages, pages, language),
  } satisfies FileView;
}
