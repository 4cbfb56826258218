/** Where in the author's files an element comes from. */
export interface SourceOrigin {
  /** As the author would name it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

declare module "hast" {
  interface ElementData {
    origin?: SourceOrigin;
  }
}

declare module "xast" {
  interface ElementData {
    origin?: SourceOrigin;
  }
}
