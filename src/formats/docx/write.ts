import { Document, type IPropertiesOptions, Packer } from "docx";
import { type Unzipped, unzipSync, zipSync } from "fflate";

/** The earliest day that a zip archive can name; the day on which it is made has no place in it. */
const zipTime = new Date(1980, 0, 1);

/** In a list of contents: the place of a page number, which only the program that lays the text out can know. */
const unknownPage =
  /<w:r><w:tab\/><\/w:r><w:r><w:fldChar [^>]*\/><w:instrText [^>]*>PAGEREF (?:(?!<\/w:r>).)*<\/w:r><\/w:hyperlink>/g;

/**
 * The document as a package (ECMA-376, part 2). The library gives relationships and drawings ids by chance or by a counter of
 * the process, and the package the hour: all of them are given anew, so that equal texts make equal bytes. Lists of contents
 * name what they lead to, without a page until the program updates them.
 */
export async function writeDocx(properties: IPropertiesOptions, modified: string | undefined): Promise<Uint8Array> {
  const packed = await Packer.toBuffer(new Document(properties));
  const parts = unzipSync(new Uint8Array(packed));
  const stable = Object.entries(stableParts(parts, modified)).toSorted(
    ([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  return zipSync(Object.fromEntries(stable), { mtime: zipTime, level: 6 });
}

/** The list of types stands first, as programs expect it. */
function rank(path: string): number {
  return path === "[Content_Types].xml" ? 0 : 1;
}

function stableParts(parts: Unzipped, modified: string | undefined): Unzipped {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const ids = new Map<string, string>();
  const idOf = (old: string): string => {
    const id = ids.get(old) ?? `${old.startsWith("_Toc") ? "_Toc" : "rId_"}${ids.size + 1}`;
    ids.set(old, id);
    return id;
  };
  // The text comes first: in it the ids have an order.
  const paths = Object.keys(parts).toSorted(
    (a, b) => Number(b === "word/document.xml") - Number(a === "word/document.xml") || (a < b ? -1 : 1),
  );
  const entries = paths.map((path) => {
    const bytes = parts[path] ?? new Uint8Array();
    if (!/\.(?:xml|rels)$/.test(path)) return [path, bytes] as const;
    let drawing = 0;
    let bookmark = 0;
    const text = decoder
      .decode(bytes)
      .replaceAll(/\brId[\w-]{8,}|\b_Toc\d+/g, idOf)
      .replaceAll(/(<wp:docPr\b[^>]*?\bid=")\d+"/g, (_, start: string) => `${start}${(drawing += 1)}"`)
      // A picture that only decorates says that it is described by nothing.
      .replaceAll(/<wp:docPr(?![^>]*\bdescr=)/g, '<wp:docPr descr=""')
      .replaceAll(unknownPage, "</w:hyperlink>")
      .replaceAll(/(<w:bookmarkStart\b[^>]*?\bw:id=")[^"]*"/g, (_, start: string) => `${start}${(bookmark += 1)}"`)
      .replaceAll(
        /(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/g,
        modified === undefined ? "" : `$1${modified}$3`,
      );
    return [path, encoder.encode(closeBookmarks(text))] as const;
  });
  return Object.fromEntries(entries);
}

/** Bookmarks are nested as elements are: the end has the number of the last one that is open. */
function closeBookmarks(xml: string): string {
  const open: string[] = [];
  return xml.replaceAll(
    /<w:bookmark(Start|End)\b[^>]*?\bw:id="([^"]*)"/g,
    (whole: string, kind: string, id: string) => {
      if (kind === "Start") open.push(id);
      return kind === "Start" ? whole : whole.replace(`w:id="${id}"`, `w:id="${open.pop() ?? id}"`);
    },
  );
}
