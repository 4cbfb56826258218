import { x } from "xastscript";
import type { Book, BookFile } from "../../model/book.ts";
import { examine } from "./write/findings.ts";
import { Container } from "./write/container.ts";
import { ncx } from "./write/ncx.ts";
import { packageDocument } from "./write/package-document.ts";
import { serialise } from "./write/xml.ts";

const folder = "EPUB";
const packagePath = `${folder}/package.opf`;

/** Writes an EPUB 3.3 publication. Equal books give equal bytes. */
export async function writeEpub(book: Book): Promise<Uint8Array> {
  const found = await examine(book);
  const files: readonly (readonly [path: string, bytes: Uint8Array])[] = [
    ["package.opf", serialise(packageDocument(book, found))],
    ["toc.ncx", serialise(ncx(book))],
    ...book.documents.map(({ path, tree }) => [path, serialise(tree)] as const),
    ...[book.styleSheet, ...book.files].map(({ path, bytes }) => [path, bytes] as const),
  ];
  const packed = files.map(([path, bytes]): BookFile => ({ path: `${folder}/${path}`, mediaType: "", bytes }));
  const container: BookFile = { path: "META-INF/container.xml", mediaType: "", bytes: serialise(containerDocument()) };
  return new Container(book.metadata.title, [container, ...packed], book.modified).pack();
}

/** EPUB Open Container Format, §4.2.6.3.1. */
function containerDocument() {
  return x(null, [
    x("container", { version: "1.0", xmlns: "urn:oasis:names:tc:opendocument:xmlns:container" }, [
      x("rootfiles", [x("rootfile", { "full-path": packagePath, "media-type": "application/oebps-package+xml" })]),
    ]),
  ]);
}
