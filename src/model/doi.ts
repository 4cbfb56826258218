import { decodeAddress } from "./address.ts";

/** A DOI without what is written before it: an address of a resolver, "doi:", "DOI ", "urn:doi:" (DOI Handbook, 2.6). */
export function normaliseDoi(written: string): string {
  const text = written.trim();
  const plain = text.replace(
    /^(?:(?:https?:\/\/)?(?:(?:dx|www)\.)*doi\.org\/+|(?:urn:|info:)?doi[:/\s]*)(?:doi:\s*)?(?=10\.)/i,
    "",
  );
  return /^https?:/i.test(text) && plain !== text ? decodeAddress(plain) : plain;
}
