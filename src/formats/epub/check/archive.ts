const mimetype = "application/epub+zip";

/**
 * Checks the archive's first entry: it must be `mimetype`, stored, without extra field, and contain only the media
 * type, so that a book is recognised by its first bytes (EPUB 3.3, §4.2.6.2; PKWARE APPNOTE, §4.3.7).
 */
export function misplacedMimetype(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 30 || view.getUint32(0, true) !== 0x04034b50) return ["The file is not a ZIP archive."];
  const method = view.getUint16(8, true);
  const nameLength = view.getUint16(26, true);
  const extraLength = view.getUint16(28, true);
  const text = (start: number, length: number): string =>
    new TextDecoder("latin1").decode(bytes.subarray(start, start + length));
  if (text(30, nameLength) !== "mimetype") return ['The first entry of the archive is not "mimetype".'];
  if (method !== 0) return ['The entry "mimetype" is compressed.'];
  if (extraLength !== 0) return ['The entry "mimetype" has an extra field.'];
  if (view.getUint32(18, true) !== mimetype.length || text(38, mimetype.length) !== mimetype)
    return [`The entry "mimetype" does not say "${mimetype}".`];
  return [];
}
