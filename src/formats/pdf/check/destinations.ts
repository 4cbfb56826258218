import { PDFArray, PDFDict, type PDFObject } from "@cantoo/pdf-lib";
import type { ContentsEntry } from "../../../model/publication.ts";
import { both, type Check, unless } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { asName, asText, dictOf, get, nameOf, textOf } from "../read/objects.ts";

/** Checks for the targets of links and bookmarks. */
export const destinationChecks: readonly Check[] = [
  {
    checkpoint: "12.3.2-dead",
    clause: both("ISO 32000-1, 12.3.2"),
    what: "A link or a bookmark leads nowhere.",
    find: (file) =>
      leadsOf(file).flatMap((lead) => unless(arrives(file, lead), { where: lead.where, holds: lead.words })),
  },
  {
    checkpoint: "publication-outline",
    clause: both("ISO 32000-1, 12.3.3"),
    what: "The bookmarks are not the titles of the text.",
    find: (file) => {
      const wanted = file.expected.outline.flatMap((entry) => linesOf(entry, 1));
      const found = bookmarksOf(file).map(({ level, words }) => `${level} ${words ?? ""}`);
      return unless(found.join("\n") === wanted.join("\n"));
    },
  },
  {
    checkpoint: "8.8-1",
    clause: { "ua-2": "ISO 14289-2, 8.8" },
    what: "A link or a bookmark leads to a place on a page, not to an element.",
    find: (file) => {
      const elements = new Set(file.elements.map(({ dict }) => dict));
      return leadsOf(file)
        .filter((lead) => lead.destination !== undefined && arrives(file, lead))
        .filter(({ structure }) => !isElement(structure, elements))
        .map(({ where, words }) => ({ where, holds: words }));
    },
  },
];

/** A link or bookmark that leads to a place within the file. */
interface Lead {
  readonly where: string;
  readonly words: string | undefined;
  /** A name or an array (ISO 32000-1, 12.3.2); `undefined` for a target outside the file. */
  readonly destination: PDFObject | undefined;
  /** ISO 32000-2, 12.3.2.3. */
  readonly structure: PDFObject | undefined;
}

interface Bookmark extends Lead {
  readonly level: number;
}

function leadsOf(file: PdfFile): Lead[] {
  const links = file.pages.flatMap(({ number, annotations }) =>
    annotations
      .filter((annotation) => nameOf(annotation, "Subtype") === "Link")
      .map((annotation) => ({
        where: `page ${number}, Link`,
        words: textOf(annotation, "Contents"),
        ...leadOf(annotation),
      })),
  );
  return [...links, ...bookmarksOf(file)];
}

/** Returns the bookmarks in order. */
function bookmarksOf({ catalog }: PdfFile): Bookmark[] {
  const found: Bookmark[] = [];
  const read = (parent: PDFDict | undefined, level: number): void => {
    for (let item = dictOf(parent, "First"); item; item = dictOf(item, "Next")) {
      found.push({ level, where: "the bookmarks", words: textOf(item, "Title"), ...leadOf(item) });
      read(item, level + 1);
    }
  };
  read(dictOf(catalog, "Outlines"), 1);
  return found;
}

function leadOf(dict: PDFDict) {
  const action = dictOf(dict, "A");
  const jump = nameOf(action, "S") === "GoTo" ? action : undefined;
  const destination = get(dict, "Dest") ?? get(jump, "D");
  return { destination, structure: get(jump, "SD") ?? destination };
}

/** Reports whether the destination exists. An array holds its page itself. */
function arrives({ catalog }: PdfFile, { destination }: Lead): boolean {
  if (destination === undefined || destination instanceof PDFArray) return true;
  const name = asName(destination) ?? asText(destination);
  return name !== undefined && get(dictOf(catalog, "Dests"), name) !== undefined;
}

function isElement(structure: PDFObject | undefined, elements: ReadonlySet<PDFDict>): boolean {
  const first = structure instanceof PDFArray ? structure.lookup(0) : undefined;
  return first instanceof PDFDict && elements.has(first);
}

function linesOf(entry: ContentsEntry, level: number): string[] {
  return [`${level} ${entry.title}`, ...entry.children.flatMap((child) => linesOf(child, level + 1))];
}
