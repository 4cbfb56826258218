/** Where in the author's files an element comes from. */
export interface Origin {
  /** As the author would name it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

declare module "hast" {
  interface ElementData {
    origin?: Origin;
  }
}

declare module "xast" {
  interface ElementData {
    origin?: Origin;
  }
}
