import type { SourcePoint } from "./diagnostic.ts";

/** A text file. */
export interface SourceFile {
  /** Absolute path. */
  readonly path: string;
  /** Path as shown to the user: relative to the working folder where it lies inside it. */
  readonly shown: string;
  /** Without a byte order mark; line ends are `\n`. */
  readonly text: string;
  /** Digest of the bytes on disk, lower-case hexadecimal. */
  readonly sha256: string;
  /** Modification time on disk. */
  readonly modified: Date;
}

/** A range of a text, as in unist. */
export interface SourceRange {
  /** Its first character. */
  readonly start: SourcePoint;
  /** After its last character. */
  readonly end?: SourcePoint;
}

/** Files concatenated into one text. Positions in a tree are lines and offsets in the whole. */
export interface JoinedText {
  /** The concatenated text. */
  readonly text: string;
  /** Returns the file and the local position of a range; without a range, the first file. */
  locate(position: SourceRange | undefined): { readonly file: SourceFile; readonly position?: SourceRange };
}

export function joinTexts(first: SourceFile, more: readonly SourceFile[]): JoinedText {
  const opening = { file: first, linesBefore: 0 };
  let lines = 0;
  const pieces = [first, ...more].map((file) => {
    const piece = { file, linesBefore: lines };
    lines += file.text.split("\n").length;
    return piece;
  });
  return {
    text: pieces.map(({ file }) => file.text).join("\n"),
    locate(position) {
      if (!position) return { file: first };
      const { start, end } = position;
      const { file, linesBefore } = pieces.findLast((piece) => piece.linesBefore < start.line) ?? opening;
      const inFile = ({ line, column }: SourcePoint): SourcePoint => ({ line: line - linesBefore, column });
      return { file, position: { start: inFile(start), ...(end && { end: inFile(end) }) } };
    },
  };
}
