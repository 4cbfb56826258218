/** Addresses of fonts that are still in use: each document of a run has the same. */
const fonts = new WeakMap<Uint8Array, string>();

/** Returns a `data:` URL (RFC 2397). */
export function dataAddress(mediaType: string, bytes: Uint8Array): string {
  const start = `data:${mediaType};base64,`;
  const known = fonts.get(bytes);
  if (known?.startsWith(start)) return known;
  const address = start + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  if (mediaType.startsWith("font/")) fonts.set(bytes, address);
  return address;
}
