import { gunzipSync } from "node:zlib";
import { limits } from "../../model/limits.ts";

/**
 * Decodes an XML file by its byte order mark, its first bytes or its declaration (XML 1.0, appendix F). Bytes invalid
 * in that encoding are read as Windows-1252, and `isGuessed` is set. Decompresses .svgz. Returns `undefined` where it
 * is not XML.
 */
export function decodeXml(bytes: Uint8Array): { readonly text: string; readonly isGuessed: boolean } | undefined {
  const plain = isCompressed(bytes) ? unpack(bytes) : bytes;
  if (
    !plain ||
    !/^[\s\0\u00EF\u00BB\u00BF\u00FE\u00FF]*</.test(new TextDecoder("latin1").decode(plain.subarray(0, 64)))
  ) {
    return undefined;
  }
  try {
    return { text: new TextDecoder(encodingOf(plain), { fatal: true }).decode(plain), isGuessed: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(plain), isGuessed: true };
  }
}

function isCompressed(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unpack(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: limits.imageBytes });
  } catch {
    return undefined;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0 && third !== 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c && fourth !== 0)) return "utf-16be";
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const named = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? "utf-8";
  // The declaration is readable in single bytes, so the encoding cannot be UTF-16, whatever it states.
  return /^(?:utf-?16|ucs-?2|iso-10646-ucs-2)/i.test(named) ? "utf-8" : named;
}
