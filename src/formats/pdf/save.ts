import { type PDFContext, type PDFDocument, PDFHeader, type PDFObject, type PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { deflated } from "./read/page-content.ts";
import { largest } from "../../model/extremes.ts";

/** Objects per object stream: readers unpack a whole stream to read one of them. */
const mostObjects = 100;

/** Bytes of a cross-reference entry: type, offset or stream number, index in that stream. */
const entrySize = 7;

/**
 * Serialises a document: streams as they are, all other objects in object streams (ISO 32000-1, 7.5.7), and a
 * cross-reference stream (7.5.8). pdf-lib does the same but compresses in JavaScript, several times slower.
 */
export function savePdf({ context }: PDFDocument): Uint8Array {
  const { trailerInfo } = context;
  // The browser writes version 1.4, which has no object streams.
  const header = Number(context.header.getVersionString()) < 1.7 ? PDFHeader.forVersion(1, 7) : context.header;
  const pieces: Uint8Array[] = [bytesOf(header), Buffer.from("\n\n")];
  let offset = pieces.reduce((sum, { length }) => sum + length, 0);
  const entries = new Map<number, readonly [kind: number, where: number, index: number]>([[0, [0, 0, 65_535]]]);
  const add = (ref: Pick<PDFRef, "objectNumber">, object: PDFObject): void => {
    entries.set(ref.objectNumber, [1, offset, 0]);
    const head = Buffer.from(`${ref.objectNumber} 0 obj\n`);
    const piece = Buffer.concat([head, bytesOf(object), Buffer.from("\nendobj\n\n")]);
    pieces.push(piece);
    offset += piece.length;
  };
  const objects = context.enumerateIndirectObjects();
  let next =
    largest(
      objects.map(([{ objectNumber }]) => objectNumber),
      0,
    ) + 1;
  const plain: (readonly [PDFRef, PDFObject])[] = [];
  for (const [ref, object] of objects) {
    if (object instanceof PDFStream) add(ref, object);
    else plain.push([ref, object]);
  }
  for (let start = 0; start < plain.length; start += mostObjects) {
    const packed = plain.slice(start, start + mostObjects);
    for (const [index, [{ objectNumber }]] of packed.entries()) entries.set(objectNumber, [2, next, index]);
    add({ objectNumber: next }, pack(context, packed));
    next += 1;
  }
  const start = offset;
  const { Root, Info, ID } = trailerInfo;
  const table = Buffer.alloc((next + 1) * entrySize);
  entries.set(next, [1, start, 0]);
  for (const [number, [kind, where, index]] of entries) {
    table.writeUInt8(kind, number * entrySize);
    table.writeUInt32BE(where, number * entrySize + 1);
    table.writeUInt16BE(index, number * entrySize + 5);
  }
  const trailer = { ...(Root && { Root }), ...(Info && { Info }), ...(ID && { ID }) };
  add({ objectNumber: next }, deflated(context, table, { Type: "XRef", Size: next + 1, W: [1, 4, 2], ...trailer }));
  pieces.push(Buffer.from(`startxref\n${start}\n%%EOF`));
  return Uint8Array.from(Buffer.concat(pieces));
}

function bytesOf(object: Pick<PDFObject, "sizeInBytes" | "copyBytesInto">): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

/** Returns an object stream: the number and offset of each object, then the objects. */
function pack(context: PDFContext, objects: readonly (readonly [PDFRef, PDFObject])[]): PDFStream {
  let offset = 0;
  const bodies = objects.map(([, object]) => Buffer.concat([bytesOf(object), Buffer.from("\n")]));
  const places = objects.map(([{ objectNumber }], index) => {
    const place = `${objectNumber} ${offset}`;
    offset += bodies[index]?.length ?? 0;
    return place;
  });
  const head = Buffer.from(`${places.join(" ")}\n`);
  const entries = { Type: "ObjStm", N: objects.length, First: head.length };
  return deflated(context, Buffer.concat([head, ...bodies]), entries);
}
