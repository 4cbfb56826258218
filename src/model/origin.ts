/** Source location of an element. */
export interface SourceOrigin {
  /** Path as shown to the user. */
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
