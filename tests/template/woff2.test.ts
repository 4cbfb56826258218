import { readdirSync, readFileSync } from "node:fs";
import { Blob, Face } from "harfbuzzjs";
import { convert } from "fontverter";
import { describe, expect, test } from "vitest";
import { subsetFont } from "../../src/template/subset-font.ts";
import { codePointsOf } from "../../src/template/woff2/character-map.ts";
import { decodeWoff2 } from "../../src/template/woff2/decode.ts";
import { encodeWoff2 } from "../../src/template/woff2/encode.ts";
import { readSfnt } from "../../src/template/woff2/sfnt.ts";
import { worldIn } from "../support/world.ts";

const packages = "node_modules/@fontsource";

/** One file of each package, in another subset and weight each time, and the one with instructions and composites. */
const files = readdirSync(packages).flatMap((name, index) => {
  const all = readdirSync(`${packages}/${name}/files`).filter((file) => file.endsWith(".woff2"));
  return [all[(index * 7) % all.length], all.at(-1)].map((file) => `${packages}/${name}/files/${file ?? ""}`);
});

/** As Google's library unpacks it. */
async function judge(font: Uint8Array): Promise<Map<string, Buffer>> {
  const plain = new Uint8Array(await convert(Buffer.from(font), "sfnt"));
  return tablesOf(plain);
}

/** `head` without the sum of the file, and without the mark of having been packed. */
function tablesOf(font: Uint8Array): Map<string, Buffer> {
  return new Map(
    Array.from(readSfnt(font).tables, ([tag, table]) => {
      const copy = Buffer.from(table);
      if (tag === "head") copy.fill(0, 8, 12).fill(0, 16, 18);
      return [tag, copy];
    }),
  );
}

describe.each(files)("%s", (file) => {
  const packed = readFileSync(file);

  test("is unpacked as Google's library does it", async () => {
    const own = decodeWoff2(packed);
    expect(tablesOf(own)).toEqual(await judge(packed));
    const view = new DataView(own.buffer, own.byteOffset, own.byteLength);
    let sum = 0;
    for (let index = 0; index < own.length; index += 4) sum = (sum + view.getUint32(index)) >>> 0;
    // OpenType, "Calculating checksums": the sum of a whole file.
    expect(sum).toBe(0xb1_b0_af_ba);
  });

  test("is packed so that Google's library unpacks the same, and as small", async () => {
    const font = await subsetFont(worldIn("/"), packed, "Office, 100 % – äöü العربية हिन्दी ∑");
    const own = await encodeWoff2(font);
    // Copied: the library's next call writes over what it gave.
    const theirs = new Uint8Array(await convert(Buffer.from(font), "woff2"));
    const unpacked = await judge(theirs);
    expect(await judge(own)).toEqual(unpacked);
    expect(tablesOf(decodeWoff2(own))).toEqual(unpacked);
    expect(own.length).toBeLessThan(theirs.length * 1.01 + 64);
  });

  test("has the characters that HarfBuzz finds in it", () => {
    const font = decodeWoff2(packed);
    const face = new Face(new Blob(font.buffer));
    expect(codePointsOf(font)).toEqual(new Set(face.collectUnicodes()));
  });
});

test("a font that ends too early is an error, not a font", () => {
  const packed = readFileSync(files[0] ?? "");
  expect(() => decodeWoff2(packed.subarray(0, packed.length / 2))).toThrow();
  expect(() =>
    decodeWoff2(new TextEncoder().encode("no font at all, but long enough to have a header of its own")),
  ).toThrow("not a WOFF 2");
});
