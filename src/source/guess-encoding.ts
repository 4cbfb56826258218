/** An encoding (https://encoding.spec.whatwg.org/#names-and-labels) and its name for users. */
export interface Encoding {
  readonly label: string;
  readonly name: string;
}

const western: Encoding = { label: "windows-1252", name: "Windows-1252" };

/** An encoding with a pattern for its script's letters. */
interface Candidate extends Encoding {
  readonly letters: RegExp;
  readonly share: number;
}

/** In this order, because Han text alone is valid in nearly all of them. */
const eastern: readonly Candidate[] = [
  { label: "shift_jis", name: "Shift JIS", letters: /[\u3040-\u30FF]/g, share: 0.2 },
  { label: "euc-jp", name: "EUC-JP", letters: /[\u3040-\u30FF]/g, share: 0.2 },
  { label: "euc-kr", name: "EUC-KR", letters: /[\uAC00-\uD7A3]/g, share: 0.8 },
  { label: "gb18030", name: "GB 18030", letters: /[\u4E00-\u9FFF]/g, share: 0.6 },
  { label: "big5", name: "Big5", letters: /[\u4E00-\u9FFF]/g, share: 0.6 },
];

/**
 * Guesses the encoding of bytes that are not UTF-8: UTF-16 by its byte order mark or zero bytes, East Asian and
 * Cyrillic encodings by their letters, else Windows-1252, which is valid for any bytes. Returns `undefined` for bytes
 * that are not text.
 */
export function guessEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { label: "utf-16le", name: "UTF-16" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { label: "utf-16be", name: "UTF-16" };
  if (bytes.includes(0)) return wideEncoding(bytes);
  const high = bytes.filter((byte) => byte >= 0x80);
  const paired = bytes.filter(
    (byte, index) => byte >= 0x80 && ((bytes[index - 1] ?? 0) >= 0x80 || (bytes[index + 1] ?? 0) >= 0x80),
  );
  // In Western European languages, non-ASCII letters are mostly isolated.
  if (high.length < 8 || paired.length < high.length * 0.6) return western;
  const letters = high.filter((byte) => byte >= 0xc0).length;
  if (letters > high.length * 0.9) {
    const later = high.filter((byte) => byte >= 0xe0).length;
    return later > letters / 2 ? { label: "windows-1251", name: "Windows-1251" } : { label: "koi8-r", name: "KOI8-R" };
  }
  return eastern.find((candidate) => fits(bytes, candidate)) ?? western;
}

/** Detects UTF-16 without a byte order mark: most characters have a zero as their first or second byte. */
function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  const zeros = (from: 0 | 1): number => bytes.filter((byte, index) => byte === 0 && index % 2 === from).length;
  const [even, odd] = [zeros(0), zeros(1)];
  const half = bytes.length / 2;
  if (odd > half * 0.3 && even < half * 0.05) return { label: "utf-16le", name: "UTF-16" };
  if (even > half * 0.3 && odd < half * 0.05) return { label: "utf-16be", name: "UTF-16" };
  return undefined;
}

function fits(bytes: Uint8Array, { label, letters, share }: Candidate): boolean {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    const other = text.match(/[^\0-\x7F]/g)?.length ?? 0;
    return (text.match(letters)?.length ?? 0) >= other * share;
  } catch {
    return false;
  }
}
