import { createHash } from "node:crypto";

/** A file that is no UTF-8 text. */
export class NotText extends Error {}

/** Text as it comes, its line ends `\n`, and at the end the digest of the bytes. */
export interface TextPieces {
  readonly pieces: AsyncIterable<string>;
  /** SHA-256, lower-case hexadecimal, of what has been read. */
  readonly digest: () => string;
}

export function readText(bytes: AsyncIterable<Uint8Array>): TextPieces {
  const hash = createHash("sha256");
  return { pieces: decode(bytes, (piece) => void hash.update(piece)), digest: () => hash.copy().digest("hex") };
}

async function* decode(bytes: AsyncIterable<Uint8Array>, onPiece: (piece: Uint8Array) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
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
    const text = settle(piece);
    // A line end can be cut in two.
    held = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - held.length).replaceAll(/\r\n?/g, "\n");
  }
  yield settle().replaceAll(/\r\n?/g, "\n");
}
