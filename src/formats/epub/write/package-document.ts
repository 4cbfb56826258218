import type { Element, Root } from "xast";
import { x } from "xastscript";
import type { Book, BookDocument } from "../../../model/book.ts";
import { accessibilityMetadata } from "./accessibility.ts";
import type { Findings } from "./findings.ts";
import { identifyEdition } from "../../../template/identifier.ts";
import { bibliographicMetadata, property } from "./metadata.ts";
import { elementsOf } from "./xml.ts";

const namespaces = { xmlns: "http://www.idpf.org/2007/opf", "xmlns:dc": "http://purl.org/dc/elements/1.1/" };

interface Item {
  readonly id: string;
  readonly path: string;
  readonly mediaType: string;
  readonly properties?: string;
}

/** Returns the package document (EPUB 3.3, §5): metadata, manifest and spine. */
export function packageDocument(book: Book, found: Findings): Root {
  const { language, direction } = book.metadata;
  const documents = book.documents.map(documentItem);
  const items: Item[] = [
    { id: "ncx", path: "toc.ncx", mediaType: "application/x-dtbncx+xml" },
    ...documents,
    { id: "style", path: book.styleSheet.path, mediaType: book.styleSheet.mediaType },
    ...book.files.map(({ path, mediaType }, index) => ({
      id: path === book.coverImage ? "cover-image" : `file-${index + 1}`,
      path,
      mediaType,
      ...(path === book.coverImage && { properties: "cover-image" }),
    })),
  ];
  return x(null, [
    x(
      "package",
      { ...namespaces, version: "3.0", "unique-identifier": "publication-id", "xml:lang": language, dir: direction },
      [
        x("metadata", [
          ...bibliographicMetadata(book),
          // The only cover declaration that EPUB 2 reading systems know.
          x("meta", { name: "cover", content: "cover-image" }),
          ...pageSource(book),
          ...accessibilityMetadata(found, book.metadata.language, book.metadata.certifier),
        ]),
        x("manifest", items.map(manifestItem)),
        x(
          "spine",
          { toc: "ncx", ...(direction === "rtl" && { "page-progression-direction": "rtl" }) },
          spine(book, documents),
        ),
      ],
    ),
  ]);
}

/**
 * Names the edition that the page numbers come from (EPUB Accessibility 1.1, §3.2.3); formerly this was `dc:source`.
 */
function pageSource(book: Book): Element[] {
  if (!book.pages) return [];
  const source = identifyEdition(book, book.pages.edition);
  return [
    property("pageBreakSource", source),
    x("dc:source", { id: "page-source" }, source),
    x("meta", { property: "source-of", refines: "#page-source" }, "pagination"),
  ];
}

/** Manifest properties for non-XHTML content, by element name (EPUB 3.3, D.6). */
const foreign = [
  ["math", "mathml"],
  ["svg", "svg"],
] as const;

function documentItem({ kind, path, tree }: BookDocument, index: number): Item {
  const properties = [
    ...(kind === "contents" ? ["nav"] : []),
    ...foreign.filter(([tag]) => elementsOf(tree).some((element) => element.name === tag)).map(([, name]) => name),
  ];
  const item = { id: `document-${index + 1}`, path, mediaType: "application/xhtml+xml" };
  return properties.length > 0 ? { ...item, properties: properties.join(" ") } : item;
}

function manifestItem({ id, path, mediaType, properties }: Item): Element {
  return x("item", { id, href: path, "media-type": mediaType, ...(properties !== undefined && { properties }) });
}

/** Returns the spine; a contents list that is not shown as a page is left to the reading system's own menu. */
function spine({ documents, showsContents }: Book, items: readonly Item[]): Element[] {
  return documents.flatMap(({ kind }, index) =>
    kind === "contents" && !showsContents ? [] : [x("itemref", { idref: items[index]?.id ?? "" })],
  );
}
