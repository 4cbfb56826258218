import { Document, type IPropertiesOptions, Packer } from "docx";
import { wordPages } from "./page-numbers.ts";
import { type Unzipped, unzipSync, zipSync } from "fflate";

/** The earliest date in a ZIP archive; the date of writing must not show. */
const zipTime = new Date(1980, 0, 1);

/** The begin of a contents list or of a page number. */
const pageField = /<w:fldChar w:fldCharType="begin"\/>(?=<w:instrText [^>]*>(?:TOC|PAGEREF) )/g;

/**
 * Writes the document as a package (ECMA-376, part 2). The library takes ids of relationships and drawings from chance
 * or a process-wide counter, and file times from the clock: all are replaced, so that equal texts give equal bytes.
 * Page numbers are those of a layout by Word's rules and the widths of its fonts; where that had to guess, the fields
 * are marked for Word to update (ECMA-376, 17.16.18, `dirty`), which it does after asking.
 */
export async function writeDocx(
  properties: IPropertiesOptions,
  { modified, rightToLeft }: { readonly modified: string | undefined; readonly rightToLeft: boolean },
): Promise<Uint8Array> {
  const { estimator, isSure } = wordPages();
  const packed = await Packer.toBuffer(new Document({ ...properties, pageNumbers: estimator }));
  const parts = unzipSync(new Uint8Array(packed));
  const stable = Object.entries(stableParts(parts, modified, rightToLeft, isSure())).toSorted(
    ([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  return zipSync(Object.fromEntries(stable), { mtime: zipTime, level: 6 });
}

/** Programs expect the list of content types first. */
function rank(path: string): number {
  return path === "[Content_Types].xml" ? 0 : 1;
}

function stableParts(parts: Unzipped, modified: string | undefined, rightToLeft: boolean, isSure: boolean): Unzipped {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const ids = new Map<string, string>();
  const idOf = (old: string): string => {
    const id = ids.get(old) ?? `${old.startsWith("_Toc") ? "_Toc" : "rId_"}${ids.size + 1}`;
    ids.set(old, id);
    return id;
  };
  // The main text comes first: it determines the order of ids.
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
      // Gives decorative images an empty description.
      .replaceAll(/<wp:docPr(?![^>]*\bdescr=)/g, '<wp:docPr descr=""')
      .replaceAll(pageField, (begin) => (isSure ? begin : begin.replace("/>", ' w:dirty="true"/>')))
      // Paragraphs that Word creates, such as entries of an updated contents list, need the document's direction.
      .replace("<w:pPrDefault><w:pPr>", (start) => (rightToLeft ? `${start}<w:bidi/>` : start))
      .replaceAll(/(<w:bookmarkStart\b[^>]*?\bw:id=")[^"]*"/g, (_, start: string) => `${start}${(bookmark += 1)}"`)
      .replaceAll(
        /(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/g,
        modified === undefined ? "" : `$1${modified}$3`,
      );
    return [path, encoder.encode(closeBookmarks(text))] as const;
  });
  return Object.fromEntries(entries);
}

/** Numbers the ends of bookmarks, which are nested like elements: each closes the last open one. */
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
