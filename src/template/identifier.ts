import { createHash } from "node:crypto";
import { doiAddress } from "../model/address.ts";
import type { Book } from "../model/book.ts";
import type { EditionName } from "../model/edition.ts";

export interface UniqueIdentifier {
  readonly value: string;
  /** ONIX code list 5, "Product identifier type", if the kind has a code. */
  readonly onixType?: string;
}

/** Offprint's namespace for publication names (RFC 9562, §6.6). */
const namespace = "6f3a4d0e-51c7-4c55-9a0b-2b8f3f7d9c11";

/**
 * Returns the author's DOI, ISBN or URN, or a version 5 UUID of what stays the same between issues of a publication, so
 * that e-readers recognise a newer copy as the same book.
 */
export function identify({ slug, metadata }: Pick<Book, "slug" | "metadata">): UniqueIdentifier {
  const { identifier, authors, language, title, date } = metadata;
  if (identifier?.scheme === "doi") return { value: doiAddress(identifier.value), onixType: "06" };
  if (identifier?.scheme === "isbn") return { value: `urn:isbn:${identifier.value}`, onixType: "15" };
  if (identifier) return { value: identifier.value };
  const names = authors.length > 0 ? authors.map((author) => author.name) : [title];
  return { value: `urn:uuid:${nameBasedUuid(JSON.stringify([slug, language, date ?? null, ...names]))}` };
}

/** Returns the identifier of one edition, such as the PDF whose pages an e-book refers to. */
export function identifyEdition(book: Pick<Book, "slug" | "metadata">, edition: EditionName): string {
  return `urn:uuid:${nameBasedUuid(JSON.stringify([identify(book).value, edition]))}`;
}

/** Returns a name-based UUID (RFC 9562, §5.5). */
export function nameBasedUuid(name: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name)
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.subarray(0, 16).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
