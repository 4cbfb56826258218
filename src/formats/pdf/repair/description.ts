import { identifyEdition } from "../../../template/identifier.ts";
import { timeOf } from "../../../model/publication.ts";
import type { Job } from "./repair.ts";

/** What a file says of itself, once in its information dictionary and once in its XMP packet. */
export interface Description {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject: string | undefined;
  readonly keywords: readonly string[];
  readonly language: string;
  readonly publisher: string | undefined;
  readonly identifier: string | undefined;
  /** Of this edition, and of no other: `urn:uuid:…`. */
  readonly documentId: string;
  /** Which state of its sources it was made from. */
  readonly versionId: string | undefined;
  readonly rights: string | undefined;
  /** Where the licence can be read. */
  readonly licenceAddress: string | undefined;
  readonly creatorTool: string;
  readonly producer: string;
  /** Nothing where nobody says when the text was changed. */
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
