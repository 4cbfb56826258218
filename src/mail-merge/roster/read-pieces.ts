import { createHash } from "node:crypto";

/** The file is not text in the detected encoding. */
export class NotText extends Error {}

/** UTF-8, or the fallback: UTF-16 with a byte order mark, else Windows-1252. */
export type RosterEncoding = "UTF-8" | "older";

/** Text in pieces, with `\n` line ends, and finally the digest of the bytes. */
export interface TextPieces {
  readonly pieces: AsyncIterable<string>;
  /** Returns the SHA-256 digest, in lower-case hexadecimal, of what has been read. */
  readonly digest: () => string;
}

export function readText(bytes: AsyncIterable<Uint8Array>, encoding: RosterEncoding): TextPieces {
  const hash = createHash("sha256");
  const pieces = decode(bytes, encoding, (piece) => void hash.update(piece));
  return { pieces, digest: () => hash.copy().digest("hex") };
}

async function* decode(
  bytes: AsyncIterable<Uint8Array>,
  encoding: RosterEncoding,
  onPiece: (piece: Uint8Array) => void,
): AsyncGenerator<string> {
  let decoder = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  let held = "";
  const settle = (piece?: Uint8Array): string => {
    try {
      return held + (piece ? decoder.decode(piece, { stream: true }) : decoder.decode());
    } catch {
      throw new NotText();
    }
  };
  for await (const piece of bytes) {
    onPiece(piece);
    if (isFirst && encoding === "older") decoder = new TextDecoder(markedEncoding(piece) ?? "windows-1252");
    isFirst = false;
    if (decoder.encoding === "windows-1252" && piece.includes(0)) throw new NotText();
    const text = settle(piece);
    // A line end may be split between pieces.
    held = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - held.length).replaceAll(/\r\n?/g, "\n");
  }
  yield settle().replaceAll(/\r\n?/g, "\n");
}

/** https://encoding.spec.whatwg.org/#bom-sniff */
function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}
