import { PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFString } from "@cantoo/pdf-lib";
import { corners, type Matrix, type Point, transform } from "./geometry.ts";

// What stands before an operator of a content stream, as source text (ISO 32000-1, 7.8.2).

/** What the properties of marked content say of it. */
export interface Properties {
  readonly mark: number | undefined;
  readonly actual: Replacement | undefined;
}

/** The same value for everything that one text stands for (ISO 32000-1, 14.9.4). */
export interface Replacement {
  readonly text: string;
}

export function readNumbers(source: string): number[] {
  return (source.match(/[+-]?[\d.]+/g) ?? []).map(Number);
}

export function readMatrix(source: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = readNumbers(source);
  return [a, b, c, d, e, f];
}

export function pairsIn(source: string): Point[] {
  const numbers = readNumbers(source);
  return numbers.flatMap((x, index): Point[] => (index % 2 === 0 ? [[x, numbers[index + 1] ?? 0]] : []));
}

export function readFont(source: string): { readonly font: string; readonly size: number } {
  const [, font = "", size = "0"] = /\/(\S+)\s+([\d.]+)/.exec(source) ?? [];
  return { font, size: Number(size) };
}

/** The hexadecimal strings, which the browser writes all text as. */
export function hexIn(source: string): string {
  return Array.from(source.matchAll(/<([^<>]*)>/g), ([, hex]) => hex).join("");
}

export function readProperties(source: string): Properties {
  const mark = /\/MCID\s+(\d+)/.exec(source)?.[1];
  const hex = /\/ActualText\s*<([^<>]*)>/.exec(source)?.[1];
  const plain = /\/ActualText\s*\(((?:[^()\\]|\\[\s\S]|\([^()]*\))*)\)/.exec(source)?.[1];
  const string = hex === undefined ? plain && PDFString.of(plain) : PDFHexString.of(hex);
  return {
    mark: mark === undefined ? undefined : Number(mark),
    actual: string ? { text: string.decodeText() } : undefined,
  };
}

/** A picture fills the unit square; a form XObject says its box (ISO 32000-1, 8.10.2). */
export function outlineOf(source: string, resources: PDFDict | undefined): Point[] {
  const name = /\/(\S+)/.exec(source)?.[1] ?? "";
  const objects = resources?.lookup(PDFName.of("XObject"));
  const object = objects instanceof PDFDict ? objects.lookup(PDFName.of(name)) : undefined;
  const isForm = object instanceof PDFRawStream && object.dict.get(PDFName.of("Subtype")) === PDFName.of("Form");
  if (!isForm) return corners({ left: 0, bottom: 0, right: 1, top: 1 });
  const [left = 0, bottom = 0, right = 1, top = 1] = readNumbers(sourceOf(object.dict.lookup(PDFName.of("BBox"))));
  const matrix = readMatrix(sourceOf(object.dict.lookup(PDFName.of("Matrix"))));
  return corners({ left, bottom, right, top }).map((point) => transform(point, matrix));
}

function sourceOf(object: PDFObject | undefined): string {
  return object?.toString() ?? "";
}
