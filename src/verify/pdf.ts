import type { Diagnostic } from "../model/diagnostic.ts";
import type { ContentsEntry } from "../model/publication.ts";
export interface PdfExpectation {
  readonly title: string;
  readonly language: string;
  readonly modified: Date;
  readonly outline: readonly ContentsEntry[];
}
export async function verifyPdf(_bytes: Uint8Array, _file: string, _expectation: PdfExpectation): Promise<readonly Diagnostic[]> {
  return [];
}
