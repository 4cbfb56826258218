import type { OpenBook } from "../open-book.ts";
import type { RetailerFinding } from "./retailer-check.ts";

const mostBytes = 100 * 2 ** 20;

export function heavyBook({ bytes }: OpenBook): RetailerFinding[] {
  if (bytes.length <= mostBytes) return [];
  return [{ message: `The book has ${Math.ceil(bytes.length / 2 ** 20)} MiB.`, path: "" }];
}

/** Finds fonts that are neither TrueType nor OpenType by their first bytes; not every Kindle renders others. */
export function unknownFonts({ files }: OpenBook): RetailerFinding[] {
  const signatures = ["\0\u0001\0\0", "OTTO", "true"];
  return Object.entries(files)
    .filter(([path]) => /\.(?:ttf|otf|woff2?)$/.test(path))
    .filter(([, bytes]) => !signatures.includes(new TextDecoder("latin1").decode(bytes.subarray(0, 4))))
    .map(([path]) => ({ message: `The font ${path} is neither TrueType nor OpenType.`, path }));
}
