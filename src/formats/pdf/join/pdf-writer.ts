import { type PDFContext, PDFObjectStream, PDFRef, type PDFObject, PDFStream } from "@cantoo/pdf-lib";

/** Writes a PDF sequentially, so that only what is being written is in memory. */
export interface PdfWriter {
  /** Reserves a number for an object that is written later. */
  readonly reserve: () => PDFRef;
  /** Writes streams as they are, and all other objects into an object stream (ISO 32000-1, 7.5.7). */
  readonly write: (context: PDFContext, objects: readonly (readonly [PDFRef, PDFObject])[]) => Promise<void>;
  /** Writes the cross-reference stream (7.5.8). */
  readonly end: (context: PDFContext, trailer: Readonly<Record<string, PDFObject>>) => Promise<void>;
}

/** Bytes of a cross-reference entry: type, offset or stream number, index in that stream. */
const entrySize = 7;

/** Objects per object stream: readers unpack a whole stream to read one of them. */
const mostObjects = 200;

export function pdfWriter(append: (bytes: Uint8Array) => Promise<void>): PdfWriter {
  let table = new Uint8Array(entrySize * 1024);
  let count = 1;
  let offset = 0;

  const add = async (bytes: Uint8Array): Promise<void> => {
    await append(bytes);
    offset += bytes.length;
  };
  const enter = (number: number, kind: number, where: number, index: number): void => {
    if ((number + 1) * entrySize > table.length) {
      const longer = new Uint8Array(table.length * 2);
      longer.set(table);
      table = longer;
    }
    const view = new DataView(table.buffer, number * entrySize, entrySize);
    view.setUint8(0, kind);
    view.setUint32(1, where);
    view.setUint16(5, index);
  };
  const reserve = (): PDFRef => {
    count += 1;
    return PDFRef.of(count - 1);
  };
  const begin = async (): Promise<void> => {
    // A comment of four bytes above 127 marks the file as binary (7.5.2).
    if (offset === 0) await add(Buffer.from("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n", "latin1"));
  };
  const writeWhole = async (ref: PDFRef, object: PDFObject): Promise<void> => {
    await begin();
    enter(ref.objectNumber, 1, offset, 0);
    const bytes = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(bytes, 0);
    await add(Buffer.concat([Buffer.from(`${ref.objectNumber} 0 obj\n`), bytes, Buffer.from("\nendobj\n")]));
  };
  return {
    reserve,
    write: async (context, objects) => {
      const plain = objects.filter(([, object]) => !(object instanceof PDFStream));
      for (const [ref, object] of objects) if (object instanceof PDFStream) await writeWhole(ref, object);
      for (let start = 0; start < plain.length; start += mostObjects) {
        const packed = plain.slice(start, start + mostObjects);
        const ref = reserve();
        for (const [index, [packedRef]] of packed.entries()) enter(packedRef.objectNumber, 2, ref.objectNumber, index);
        await writeWhole(
          ref,
          PDFObjectStream.withContextAndObjects(
            context,
            packed.map(([packedRef, object]): [PDFRef, PDFObject] => [packedRef, object]),
          ),
        );
      }
    },
    end: async (context, trailer) => {
      const ref = reserve();
      const start = offset;
      enter(0, 0, 0, 0xff_ff);
      enter(ref.objectNumber, 1, start, 0);
      const entries = { ...trailer, Type: "XRef", Size: count, W: [1, 4, 2] };
      await writeWhole(ref, context.flateStream(table.slice(0, count * entrySize), entries));
      await add(Buffer.from(`startxref\n${start}\n%%EOF\n`));
    },
  };
}
