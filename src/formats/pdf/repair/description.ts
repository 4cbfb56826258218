import { identifyEdition } from "../../../template/identifier.ts";
import { timeOf } from "../../../model/publication.ts";
import type { Job } from "./repair.ts";

/** A file's metadata, for its information dictionary and its XMP packet. */
export interface Description {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject: string | undefined;
  readonly keywords: readonly string[];
  readonly language: string;
  readonly publisher: string | undefined;
  readonly identifier: string | undefined;
  /** Unique to this edition: `urn:uuid:…`. */
  readonly documentId: string;
  /** The version of the sources that it was made from. */
  readonly versionId: string | undefined;
  readonly rights: string | undefined;
  /** The URL of the licence. */
  readonly licenceAddress: string | undefined;
  readonly creatorTool: string;
  readonly producer: string;
  /** `undefined` if the date of the last change is unknown. */
  readonly modified: Date | undefined;
}

export function describe({ document, publication, edition, toolVersion }: Job): Description {
  const { metadata } = publication;
  const { licence, identifier } = metadata;
  return {
    title: metadata.title,
    authors: metadata.authors.map((author) => author.name),
    subject: metadata.description,
    keywords: metadata.keywords,
    language: metadata.language,
    publisher: metadata.publisher,
    identifier:
      identifier && (identifier.scheme === "urn" ? identifier.value : `${identifier.scheme}:${identifier.value}`),
    documentId: identifyEdition(publication, edition),
    versionId: metadata.release?.id,
    rights: metadata.rights ?? licence,
    licenceAddress:
      licence === undefined || URL.canParse(licence) ? licence : `https://spdx.org/licenses/${licence}.html`,
    creatorTool: `Offprint ${toolVersion}`,
    producer: document.getProducer() ?? "Skia/PDF",
    modified: timeOf(publication),
  };
}
