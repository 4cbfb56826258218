import { diagnostic } from "../../../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../../../model/diagnostic.ts";
import type { OpenBook } from "../open-book.ts";
import type { Trace } from "../trace.ts";
import { heavyBook, unknownFonts } from "./files.ts";
import { heavyImages, largeImages } from "./images.ts";
import type { RetailerCheck } from "./retailer-check.ts";
import { largeTables, nestedTables } from "./tables.ts";

/** Requirements of Amazon, Apple and Kobo beyond the EPUB standard. Covers are checked where they are read. */
export const retailerChecks: readonly RetailerCheck[] = [
  {
    rule: "retailerTables",
    source: "Amazon, Kindle Publishing Guidelines, Create Simple HTML Tables",
    hint: "Put the inner table below the outer one.",
    find: nestedTables,
  },
  {
    rule: "retailerTables",
    source: "Amazon, Kindle Publishing Guidelines, Large Tables",
    hint: "Split it: fewer than 100 rows and 10 columns can be read on a small screen.",
    find: largeTables,
  },
  {
    rule: "retailerImages",
    source: "Apple Books Asset Guide 5.3, Images: at most 5.6 million pixels",
    hint: "Export it smaller.",
    find: largeImages,
  },
  {
    rule: "retailerImages",
    source: "Amazon, Kindle Publishing Guidelines, Image Guidelines: at most 5 MB",
    hint: "Export it smaller, a photograph as JPEG.",
    find: heavyImages,
  },
  {
    rule: "retailerFiles",
    source: "Amazon, Kindle Publishing Guidelines, Using Embedded Fonts",
    hint: "A template's fonts come from packages of the @fontsource collection.",
    find: unknownFonts,
  },
  {
    rule: "retailerFiles",
    source: "Kobo Writing Life, file size: at most 100 MB",
    hint: "Pictures take most of the space: leave some out, or export them smaller.",
    find: heavyBook,
  },
];

/** Runs the retailer checks, and locates each finding in the source. */
export async function checkRetailers(book: OpenBook, file: string, trace?: Trace): Promise<readonly Diagnostic[]> {
  const found = await Promise.all(
    retailerChecks.map(async ({ rule, source, hint, find }) =>
      (await find(book)).map(({ message, path, element }) => {
        const start = element?.position?.start;
        // A position within the element's start tag.
        const origin = start && trace?.({ path, line: start.line, column: start.column + 1 });
        const location = origin ? { file: origin.file, position: { start: origin } } : { file };
        return diagnostic(rule, `${message.replace(/\.$/, "")}. (${source})`, hint, location);
      }),
    ),
  );
  return found.flat();
}
