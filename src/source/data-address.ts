/** A file that is written into its address (RFC 2397). */
export interface DataAddress {
  /** As the address says it, in small letters. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What a `data:` address holds; nothing where it is none, or cannot be decoded. */
export function readDataAddress(address: string): DataAddress | undefined {
  const [, mediaType = "", base64, data] =
    /^data:([^;,]*)(?:;(?!base64,)[^;,]*)*(;base64)?,(.*)$/is.exec(address) ?? [];
  if (data === undefined) return undefined;
  try {
    const text = decodeURIComponent(data);
    const bytes = base64 === undefined ? Buffer.from(text, "utf8") : Buffer.from(text.replaceAll(/\s/g, ""), "base64");
    return { mediaType: mediaType.trim().toLowerCase(), bytes: new Uint8Array(bytes) };
  } catch {
    return undefined;
  }
}
