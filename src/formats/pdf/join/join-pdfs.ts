import { createHash } from "node:crypto";
import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFObject, type PDFRef } from "@cantoo/pdf-lib";
import type { EditionName } from "../../../model/edition.ts";
import type { PdfStandard } from "../../../model/pdf-standard.ts";
import type { Publication } from "../../../model/publication.ts";
import { describesImages } from "../../../model/undescribed.ts";
import type { Job } from "../repair/repair.ts";
import { closeJoined, type Joined } from "./joined.ts";
import { type Known, moveObjects } from "./move-objects.ts";
import { openPart, type Part, raiseKeys } from "./open-part.ts";
import { type PdfWriter, pdfWriter } from "./pdf-writer.ts";
import { largest, smallest } from "../../../model/extremes.ts";

/** The metadata of the joined file. */
export interface JoinedDescription {
  /** A publication with the title of the whole. */
  readonly publication: Publication;
  readonly edition: EditionName;
  readonly toolVersion: string;
  readonly standard: PdfStandard;
}

/** Returns the new reference of a part's object. */
type Moved = (ref: PDFRef) => PDFRef;

const name = PDFName.of.bind(PDFName);

/**
 * Joins finished documents into one file. Each begins on a right-hand (odd) page and keeps its pages, structure and
 * bookmarks. Only one document is in memory at a time. Returns the number of pages.
 */
export async function joinPdfs(
  parts: AsyncIterable<Uint8Array>,
  description: JoinedDescription,
  append: (bytes: Uint8Array) => Promise<void>,
): Promise<number> {
  const writer = pdfWriter(append);
  const known: Known = new Map();
  const identity = createHash("sha256");
  let joined: Joined | undefined;
  let producer = "";
  let count = 0;
  for await (const bytes of parts) {
    identity.update(bytes);
    count += 1;
    const part = await openPart(bytes, `r${String(count).padStart(6, "0")}.`);
    producer = part.document.getProducer() ?? producer;
    const shell: Joined | undefined = joined ? undefined : beginJoined(writer, part);
    joined ??= shell as Joined;
    await addPart(writer, joined, part, known, shell ? [joined.catalog, joined.structure] : []);
  }
  if (!joined) throw new Error("There is nothing to join.");
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setProducer(producer);
  const job: Job = {
    document,
    pages: new Map(),
    html: "",
    root: { type: "root", children: [] },
    fields: [],
    outline: [],
    sections: [],
    describesImages: describesImages(description.publication),
    origins: new Map(),
    corners: { odd: { left: 0, top: 0 }, even: { left: 0, top: 0 } },
    ...description,
  };
  await closeJoined(writer, joined, job, identity.digest("hex").slice(0, 32));
  return joined.pageCount;
}

/** Catalogue entries that belong to a single part; all others are the same in every part. */
const ofOnePart = ["Pages", "Dests", "Names", "Outlines", "StructTreeRoot", "PageLabels", "Metadata", "AcroForm"];

function beginJoined(writer: PdfWriter, { document: { catalog } }: Part): Joined {
  const structure = catalog.lookup(name("StructTreeRoot"), PDFDict);
  for (const key of ["K", "ParentTree", "ParentTreeNextKey", "IDTree"]) structure.delete(name(key));
  for (const key of ofOnePart) catalog.delete(name(key));
  const refs = {
    pages: writer.reserve(),
    structure: writer.reserve(),
    top: writer.reserve(),
    outline: writer.reserve(),
  };
  const lists = { pages: [], tops: [], parents: [], ids: [], bookmarks: [], labels: [] };
  return { refs, catalog, structure, ...lists, pageCount: 0, nextKey: 0 };
}

/** `more` adds what only the first part provides for all. */
async function addPart(
  writer: PdfWriter,
  joined: Joined,
  part: Part,
  known: Known,
  more: readonly PDFObject[],
): Promise<void> {
  const { context } = part.document;
  const dictOf = (ref: PDFRef): PDFDict => context.lookup(ref, PDFDict);
  const { refs, nextKey } = joined;
  // References out of the part would lead back to objects that are not copied.
  for (const top of part.tops) dictOf(top).delete(name("P"));
  for (const bookmark of part.bookmarks) dictOf(bookmark).delete(name("Parent"));
  raiseKeys(part, nextKey);
  const keys = part.parents.map(([key]) => key + nextKey);
  const leaf = context.register(
    context.obj({
      Nums: part.parents.flatMap(([, parent], index): PDFObject[] => [context.obj(keys[index] ?? 0), parent]),
      Limits: [smallest(keys), largest(keys)],
    }),
  );
  joined.nextKey = largest(keys, nextKey - 1) + 1;
  const starts = [part.pages, ...part.tops, ...part.bookmarks, ...(keys.length > 0 ? [leaf] : []), ...more];
  const { objects, moved } = moveObjects(context, starts, writer.reserve, known);
  dictOf(part.pages).set(name("Parent"), refs.pages);
  for (const top of part.tops) {
    dictOf(top).set(name("P"), refs.top);
    dictOf(top).set(name("S"), name("Part"));
  }
  const item = { ref: writer.reserve(), dict: bookmarkOf(part, moved, refs.outline) };
  for (const bookmark of part.bookmarks) dictOf(bookmark).set(name("Parent"), item.ref);
  joined.bookmarks.push(item);
  joined.labels.push(context.obj(joined.pageCount), context.obj({ S: "D" }));
  joined.tops.push(...part.tops.map(moved));
  if (keys.length > 0) joined.parents.push(moved(leaf));
  joined.pages.push(moved(part.pages));
  joined.pageCount += part.pageCount;
  await writer.write(context, objects);
  if (part.ids.length > 0) joined.ids.push(await writeIds(writer, part, moved));
  if (joined.pageCount % 2 === 1) await writeBlank(writer, joined, part);
}

/** Returns the part's own bookmark, closed, with those of its text below it. */
function bookmarkOf({ document: { context }, ...part }: Part, moved: Moved, outline: PDFRef): PDFDict {
  const [first] = part.bookmarks;
  const last = part.bookmarks.at(-1);
  return context.obj({
    Title: PDFHexString.fromText(part.title),
    Parent: outline,
    Dest: [moved(part.firstPage), "Fit"],
    ...(first && last && { First: moved(first), Last: moved(last), Count: -part.bookmarks.length }),
  });
}

/** Writes a leaf of the ID tree (ISO 32000-1, 7.9.6). */
async function writeIds(writer: PdfWriter, { document: { context }, ids }: Part, moved: Moved): Promise<PDFRef> {
  const ref = writer.reserve();
  const names = ids.flatMap(([id, element]): PDFObject[] => [id, moved(element)]);
  const limits = [ids[0], ids.at(-1)].flatMap((pair) => (pair ? [pair[0]] : []));
  await writer.write(context, [[ref, context.obj({ Names: names, Limits: limits })]]);
  return ref;
}

/** Writes the blank back of a last sheet, in the same size. */
async function writeBlank(writer: PdfWriter, joined: Joined, { document, mediaBox }: Part): Promise<void> {
  const { context } = document;
  const ref = writer.reserve();
  const page = { Type: "Page", Parent: joined.refs.pages, MediaBox: [...mediaBox], Resources: {} };
  await writer.write(context, [[ref, context.obj(page)]]);
  joined.pages.push(ref);
  joined.pageCount += 1;
}
