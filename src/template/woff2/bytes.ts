/** Reads big-endian values sequentially (OpenType, data types; WOFF2, 4.1 and 4.2). */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  offset: number;

  constructor(bytes: Uint8Array, offset = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.offset = offset;
  }

  uint8(): number {
    const byte = this.#bytes[this.offset];
    if (byte === undefined) throw new RangeError("The font ends too early.");
    this.offset += 1;
    return byte;
  }

  uint16(): number {
    this.offset += 2;
    return this.#view.getUint16(this.offset - 2);
  }

  int16(): number {
    this.offset += 2;
    return this.#view.getInt16(this.offset - 2);
  }

  uint32(): number {
    this.offset += 4;
    return this.#view.getUint32(this.offset - 4);
  }

  /** Returns a view of the bytes, not a copy. */
  take(length: number): Uint8Array {
    if (this.offset + length > this.#bytes.length) throw new RangeError("The font ends too early.");
    this.offset += length;
    return this.#bytes.subarray(this.offset - length, this.offset);
  }

  tag(): string {
    return String.fromCharCode(...this.take(4));
  }

  /** Reads a UIntBase128: seven bits per byte, most significant first. */
  base128(): number {
    let value = 0;
    for (let count = 0; count < 5; count += 1) {
      const byte = this.uint8();
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
    throw new RangeError("A length in the font is too long.");
  }

  /** Reads a 255UInt16: one byte for most values. */
  short255(): number {
    const code = this.uint8();
    if (code === 253) return this.uint16();
    if (code === 254) return this.uint8() + 506;
    return code === 255 ? this.uint8() + 253 : code;
  }
}

/** Writes big-endian values. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  length = 0;

  uint8(value: number): void {
    if (this.length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.length] = value;
    this.length += 1;
  }

  uint16(value: number): void {
    this.uint8(value >> 8);
    this.uint8(value);
  }

  uint32(value: number): void {
    this.uint16(value >>> 16);
    this.uint16(value & 65_535);
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  tag(tag: string): void {
    for (const character of tag) this.uint8(character.charCodeAt(0));
  }

  base128(value: number): void {
    let bits = 7;
    while (value >= 2 ** bits) bits += 7;
    for (bits -= 7; bits >= 0; bits -= 7) this.uint8((Math.floor(value / 2 ** bits) & 127) | (bits > 0 ? 128 : 0));
  }

  short255(value: number): void {
    if (value < 253) this.uint8(value);
    else if (value < 506) this.uint16(0xff_00 + value - 253);
    else if (value < 762) this.uint16(0xfe_00 + value - 506);
    else {
      this.uint8(253);
      this.uint16(value);
    }
  }

  /** Pads with zeros to a multiple of four. */
  pad(): void {
    while (this.length % 4 !== 0) this.uint8(0);
  }

  /** Returns a view of what was written. */
  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length);
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
