import type { SourcePoint } from "./diagnostic.ts";

/** A text file as it was read. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string;
  /** As the author would name it: relative to the working folder where it lies inside it. */
  readonly shown: string;
  /** Without a byte order mark; line ends are `\n`. */
  readonly text: string;
  /** Of the bytes on disk, lower-case hexadecimal. */
  readonly sha256: string;
  /** Of the file on disk. */
  readonly modified: Date;
}

/** A stretch of a text, as unist gives it. */
export interface Stretch {
  /** Its first character. */
  readonly start: SourcePoint;
  /** Behind its last character. */
  readonly end?: SourcePoint;
}

/** Files read as one text, each below the one before it. Positions in a tree count lines and offsets of the whole. */
export interface JoinedText {
  /** The files one below the other. */
  readonly text: string;
  /** The file that a stretch of the whole lies in, and the stretch as it lies there; the first file for none. */
  locate(position: Stretch | undefined): { readonly file: SourceFile; readonly position?: Stretch };
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
