import sharp from "sharp";
import { expect, test } from "vitest";
import { writePng } from "../../src/template/cover/write-png.ts";

/** A picture whose pixels have these colours: red, green and blue, row by row. */
function picture(width: number, height: number, colourAt: (x: number, y: number) => readonly [number, number, number]) {
  const places = Array.from({ length: width * height }, (_, index) => [index % width, Math.floor(index / width)]);
  const data = Uint8Array.from(places.flatMap(([x = 0, y = 0]) => [...colourAt(x, y), 255]));
  return { data, width, height };
}

async function readBack(bytes: Uint8Array): Promise<Uint8Array> {
  return sharp(bytes).ensureAlpha().raw().toBuffer();
}

test("a drawing of few colours is read back as it was", async () => {
  const drawn = picture(7, 6, (x, y) => (y < 2 || x === y ? [250, 128, 0] : [0, 20 * x, 255]));
  expect(Buffer.from(await readBack(await writePng(drawn)))).toEqual(Buffer.from(drawn.data));
});

test("a picture of one pixel is one", async () => {
  const drawn = picture(1, 1, () => [1, 2, 3]);
  expect([...(await readBack(await writePng(drawn)))]).toEqual([1, 2, 3, 255]);
});

test("colours that are nearly equal become the frequent one of them", async () => {
  const drawn = picture(10, 1, (x) => (x < 8 ? [200, 100, 50] : x === 8 ? [206, 94, 50] : [207, 100, 50]));
  const read = await readBack(await writePng(drawn));
  const colours = Array.from({ length: 10 }, (_, index) => [...read.subarray(index * 4, index * 4 + 3)].join(" "));
  expect(colours).toEqual([...Array<string>(9).fill("200 100 50"), "207 100 50"]);
});

test("more colours than a palette holds are reduced until they fit", async () => {
  const drawn = picture(64, 64, (x, y) => [x * 4, y * 4, (x * y) % 256]);
  const bytes = await writePng(drawn);
  const { palette, space } = await sharp(bytes)
    .metadata()
    .then(({ isPalette, space: of }) => ({ palette: isPalette, space: of }));
  expect([palette, space]).toEqual([true, "srgb"]);
  const read = await readBack(bytes);
  const farthest = read.reduce((most, value, index) => Math.max(most, Math.abs(value - (drawn.data[index] ?? 0))), 0);
  expect(farthest).toBeLessThanOrEqual(48);
});
