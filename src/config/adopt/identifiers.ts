import { isMap } from "../key-paths.ts";

/**
 * Converts a bare DOI, ISBN or URN, or pandoc's `{scheme, text}`, alone or in a list, to `{doi}`, `{isbn}` or `{urn}`.
 */
export function adoptIdentifier(value: unknown): unknown {
  if (Array.isArray(value)) return adoptIdentifier(value[0]);
  if (isMap(value)) {
    const { scheme, text, ...others } = value;
    if (typeof scheme !== "string" || typeof text !== "string" || Object.keys(others).length > 0) return value;
    return { [scheme.toLowerCase().replace(/^isbn.*/, "isbn")]: text };
  }
  if (typeof value !== "string") return value;
  if (/^urn:(?!isbn:)/i.test(value)) return { urn: value };
  const isbn = /^(?:urn:)?(?:isbn[-:\s]*)?((?:97[89])[-\d\s]{10,})$/i.exec(value)?.[1];
  if (isbn !== undefined) return { isbn };
  const doi = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i.exec(value)?.[1];
  return doi === undefined ? value : { doi };
}
