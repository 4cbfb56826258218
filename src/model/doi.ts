import { decodeAddress } from "./address.ts";

/** Removes what precedes a DOI: a resolver address, "doi:", "DOI ", "urn:doi:" (DOI Handbook, 2.6). */
export function normaliseDoi(written: string): string {
  const text = written.trim();
  const plain = text.replace(
    /^(?:(?:https?:\/\/)?(?:(?:dx|www)\.)*doi\.org\/+|(?:urn:|info:)?doi[:/\s]*)(?:doi:\s*)?(?=10\.)/i,
    "",
  );
  return /^https?:/i.test(text) && plain !== text ? decodeAddress(plain) : plain;
}
