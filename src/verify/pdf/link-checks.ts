import { PDFArray, PDFDict, PDFName, type PDFObject } from "@cantoo/pdf-lib";
import type { ContentsEntry } from "../../model/publication.ts";
import type { Check } from "./check.ts";
import { complaint, textOf } from "./document-checks.ts";
import { arrayOf, type PdfFile } from "./open-file.ts";

/** Where links and bookmarks lead. */
export const linkChecks: readonly Check[] = [
  { source: "ISO 14289-1, 7.18.5", find: findLinksWithoutWords },
  { source: "ISO 14289-1, 7.18.5", find: findUntaggedLinks },
  { source: "ISO 32000-1, 12.3.2.3", find: findDeadLinks },
  { source: "ISO 14289-1, 7.18.3", find: findPagesWithoutTabOrder },
  { source: "ISO 32000-1, 12.3.3", find: findOutline },
];

function linksOf({ pages }: PdfFile): PDFDict[] {
  return pages.flatMap(({ annotations }) => annotations).filter(isLink);
}

function isLink(annotation: PDFDict): boolean {
  return annotation.lookup(PDFName.of("Subtype")) === PDFName.of("Link");
}

function findLinksWithoutWords(file: PdfFile): string[] {
  const silent = linksOf(file).filter((link) => !textOf(link.lookup(PDFName.of("Contents")))?.trim());
  return silent.map(() => "A link does not say where it leads.");
}

/** Every link annotation hangs under a Link of the structure tree. */
function findUntaggedLinks(file: PdfFile): string[] {
  const tagged = new Set(
    file.elements.filter(({ type }) => type === "Link").flatMap(({ dict }) => annotationsIn(dict)),
  );
  return linksOf(file).flatMap((link) => complaint(tagged.has(link), "A link is not tagged as a link."));
}

function annotationsIn(element: PDFDict): PDFObject[] {
  return arrayOf(element.lookup(PDFName.of("K"))).flatMap((kid) =>
    kid instanceof PDFDict ? (kid.lookup(PDFName.of("Obj")) ?? []) : [],
  );
}

function findDeadLinks(file: PdfFile): string[] {
  return linksOf(file).flatMap((link) => deadEnd(file, link.lookup(PDFName.of("Dest")), "link"));
}

function deadEnd({ destinations }: PdfFile, destination: PDFObject | undefined, what: string): string[] {
  if (destination === undefined || destination instanceof PDFArray) return [];
  const name = destination instanceof PDFName ? destination.decodeText() : textOf(destination);
  return complaint(destinations.has(name ?? ""), `A ${what} leads to "${name ?? ""}", which is nowhere.`);
}

function findPagesWithoutTabOrder({ pages }: PdfFile): string[] {
  const bare = pages.filter(
    ({ dict, annotations }) => annotations.length > 0 && dict.lookup(PDFName.of("Tabs")) !== PDFName.of("S"),
  );
  return bare.map(({ number }) => `On page ${number}, the Tab key does not follow the text.`);
}

/** The bookmarks are the titles of the text, nested as they are, and each leads somewhere. */
function findOutline(file: PdfFile): string[] {
  const lines: string[] = [];
  const dead: string[] = [];
  const read = (parent: PDFDict, level: number): void => {
    for (
      let item = parent.lookup(PDFName.of("First"));
      item instanceof PDFDict;
      item = item.lookup(PDFName.of("Next"))
    ) {
      lines.push(`${level} ${textOf(item.lookup(PDFName.of("Title"))) ?? ""}`);
      dead.push(...deadEnd(file, item.lookup(PDFName.of("Dest")), "bookmark"));
      read(item, level + 1);
    }
  };
  const outline = file.catalog.lookup(PDFName.of("Outlines"));
  if (outline instanceof PDFDict) read(outline, 1);
  const wanted = file.expected.outline.flatMap((entry) => linesOf(entry, 1));
  const wrong = lines.join("\n") === wanted.join("\n") ? [] : ["The bookmarks are not the titles of the text."];
  return [...wrong, ...dead];
}

function linesOf(entry: ContentsEntry, level: number): string[] {
  return [`${level} ${entry.title}`, ...entry.children.flatMap((child) => linesOf(child, level + 1))];
}
