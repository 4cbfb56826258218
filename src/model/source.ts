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
  readonly modified: Date;
}
