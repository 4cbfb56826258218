// Builds an sRGB ICC profile according to ICC.1:2022 (profile version 4.4), declared as 4.2:
// https://www.color.org/specification/ICC.1-2022-05.pdf. The numbers are those of IEC 61966-2-1, adapted to D50.

/** Returns a three-component matrix display profile (8.3.3) of about half a kilobyte. */
export function srgbProfile(): Uint8Array {
  const curve = parametricCurve(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
  const tags: readonly (readonly [string, Buffer])[] = [
    ["desc", localisedText("sRGB IEC61966-2.1")],
    ["cprt", localisedText("No copyright, use freely")],
    ["wtpt", xyz(0.9642, 1, 0.8249)],
    ["chad", fixedArray("sf32", [1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168])],
    ["rXYZ", xyz(0.43607, 0.22249, 0.01392)],
    ["gXYZ", xyz(0.38515, 0.71687, 0.09708)],
    ["bXYZ", xyz(0.14307, 0.06061, 0.7141)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  // 7.3: a table of signatures, offsets and sizes; tags may share data.
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const places = new Map<Buffer, number>();
  let end = 128 + table.length;
  for (const [index, [signature, data]] of tags.entries()) {
    const offset = places.get(data) ?? end;
    if (offset === end) end += data.length;
    places.set(data, offset);
    table.write(signature, 4 + index * 12, "latin1");
    table.writeUInt32BE(offset, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
  }
  return new Uint8Array(Buffer.concat([header(end), table, ...places.keys()]));
}

/** 7.2: 128 bytes; everything not set here is zero. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04_20_00_00, 8);
  bytes.write("mntrRGB XYZ ", 12, "latin1");
  // 7.2.8: the profile's creation date, not the document's.
  for (const [index, part] of [2026, 1, 1].entries()) bytes.writeUInt16BE(part, 24 + index * 2);
  bytes.write("acsp", 36, "latin1");
  xyz(0.9642, 1, 0.8249).copy(bytes, 68, 8);
  return bytes;
}

/** 10.31, XYZType. */
function xyz(...values: readonly number[]): Buffer {
  return fixedArray("XYZ ", values);
}

/** 10.18, parametricCurveType of function type 3: the gamma, then a, b, c and d. */
function parametricCurve(...values: readonly number[]): Buffer {
  const bytes = Buffer.concat([Buffer.from("para\0\0\0\0\0\u0003\0\0", "latin1"), Buffer.alloc(values.length * 4)]);
  for (const [index, value] of values.entries()) bytes.writeInt32BE(fixed(value), 12 + index * 4);
  return bytes;
}

/** 10.15, multiLocalizedUnicodeType with one record; padded to four bytes (7.1.2). */
function localisedText(text: string): Buffer {
  const bytes = Buffer.alloc(28 + Math.ceil((text.length * 2) / 4) * 4);
  bytes.write("mluc", 0, "latin1");
  for (const [offset, value] of [
    [8, 1],
    [12, 12],
    [20, text.length * 2],
    [24, 28],
  ] as const) {
    bytes.writeUInt32BE(value, offset);
  }
  bytes.write("enUS", 16, "latin1");
  Buffer.from(text, "utf16le").swap16().copy(bytes, 28);
  return bytes;
}

function fixedArray(signature: string, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + values.length * 4);
  bytes.write(signature, 0, "latin1");
  for (const [index, value] of values.entries()) bytes.writeInt32BE(fixed(value), 8 + index * 4);
  return bytes;
}

/** 4.6, s15Fixed16Number. */
function fixed(value: number): number {
  return Math.round(value * 65_536);
}
