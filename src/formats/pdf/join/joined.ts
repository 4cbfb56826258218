import { type PDFDict, PDFHexString, PDFName, type PDFContext, type PDFObject, type PDFRef } from "@cantoo/pdf-lib";
import type { Job } from "../repair/repair.ts";
import { attachXmp } from "../repair/attach-xmp.ts";
import { writeInformation } from "../repair/write-information.ts";
import type { PdfWriter } from "./pdf-writer.ts";

/** What holds the parts of a joined file together. */
export interface Joined {
  /** References reserved for what is written last. */
  readonly refs: Readonly<Record<"pages" | "structure" | "top" | "outline", PDFRef>>;
  /** The first part's catalogue and structure tree root, without what belongs to that part alone. */
  readonly catalog: PDFDict;
  readonly structure: PDFDict;
  /** The page trees, elements, and leaves of the parent tree and ID tree, in order. */
  readonly pages: PDFRef[];
  readonly tops: PDFRef[];
  readonly parents: PDFRef[];
  readonly ids: PDFRef[];
  readonly bookmarks: { readonly ref: PDFRef; readonly dict: PDFDict }[];
  /** Where page numbering restarts (ISO 32000-1, 12.4.2). */
  readonly labels: PDFObject[];
  pageCount: number;
  /** The next key of the parent tree. */
  nextKey: number;
}

/** Writes what holds the parts together, and the metadata. */
export async function closeJoined(writer: PdfWriter, joined: Joined, job: Job, identifier: string): Promise<void> {
  const { context } = job.document;
  const { refs, catalog, structure } = joined;
  const [parents, ids, metadata, information, root] = Array.from({ length: 5 }, () => writer.reserve()) as [
    PDFRef,
    PDFRef,
    PDFRef,
    PDFRef,
    PDFRef,
  ];
  chain(joined.bookmarks);
  attachXmp(job);
  writeInformation(job);
  setAll(structure, {
    K: refs.top,
    ParentTree: parents,
    ParentTreeNextKey: context.obj(joined.nextKey),
    ...(joined.ids.length > 0 && { IDTree: ids }),
  });
  setAll(catalog, {
    Pages: refs.pages,
    StructTreeRoot: refs.structure,
    Outlines: refs.outline,
    Metadata: metadata,
    PageLabels: context.obj({ Nums: joined.labels }),
  });
  const first = joined.bookmarks[0]?.ref ?? null;
  const last = joined.bookmarks.at(-1)?.ref ?? null;
  const count = joined.bookmarks.length;
  await writer.write(context, [
    ...joined.bookmarks.map(({ ref, dict }) => [ref, dict] as const),
    [refs.pages, context.obj({ Type: "Pages", Kids: joined.pages, Count: joined.pageCount })],
    [refs.top, context.obj({ Type: "StructElem", S: "Document", P: refs.structure, K: joined.tops })],
    [parents, context.obj({ Kids: joined.parents })],
    [ids, context.obj({ Kids: joined.ids })],
    [refs.outline, context.obj({ Type: "Outlines", First: first, Last: last, Count: count })],
    [refs.structure, structure],
    [metadata, written(context, job.document.catalog.get(PDFName.of("Metadata")))],
    [information, written(context, context.trailerInfo.Info)],
    [root, catalog],
  ]);
  const digest = PDFHexString.of(identifier);
  await writer.end(context, { Root: root, Info: information, ID: context.obj([digest, digest]) });
}

function chain(bookmarks: Joined["bookmarks"]): void {
  for (const [index, { dict }] of bookmarks.entries()) {
    const before = bookmarks[index - 1];
    const next = bookmarks[index + 1];
    if (before) dict.set(PDFName.of("Prev"), before.ref);
    if (next) dict.set(PDFName.of("Next"), next.ref);
  }
}

function setAll(dict: PDFDict, entries: Readonly<Record<string, PDFObject>>): void {
  for (const [key, value] of Object.entries(entries)) dict.set(PDFName.of(key), value);
}

function written(context: PDFContext, object: PDFObject | undefined): PDFObject {
  const found = context.lookup(object);
  if (!found) throw new Error("The file has no metadata.");
  return found;
}
