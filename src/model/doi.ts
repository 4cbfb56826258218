/** A DOI without what is written before it: an address of a resolver, "doi:", "DOI ", "urn:doi:" (DOI Handbook, 2.6). */
export function normaliseDoi(written: string): string {
  const text = written.trim();
  const plain = text.replace(
    /^(?:(?:https?:\/\/)?(?:(?:dx|www)\.)*doi\.org\/+|(?:urn:|info:)?doi[:/\s]*)(?:doi:\s*)?(?=10\.)/i,
    "",
  );
  return /^https?:/i.test(text) && plain !== text ? decode(plain) : plain;
}

/** In an address "<" is written "%3C". */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
