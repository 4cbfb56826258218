/** A file embedded in its address (RFC 2397). */
export interface DataAddress {
  /** As in the address, in lower case. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Decodes a `data:` address. Returns `undefined` where it is none, or cannot be decoded. */
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
