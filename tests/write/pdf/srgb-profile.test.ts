import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { srgbProfile } from "../../../src/formats/pdf/repair/srgb-profile.ts";
import { temporaryFolder } from "../../support/temporary.ts";

test("the profile is a display profile with consistent size and tags", () => {
  const bytes = Buffer.from(srgbProfile());
  expect(bytes.readUInt32BE(0)).toBe(bytes.length);
  expect(bytes.toString("latin1", 12, 24)).toBe("mntrRGB XYZ ");
  expect(bytes.toString("latin1", 36, 40)).toBe("acsp");
  const count = bytes.readUInt32BE(128);
  const tags = Array.from({ length: count }, (_, index) => {
    const at = 132 + index * 12;
    return {
      name: bytes.toString("latin1", at, at + 4),
      offset: bytes.readUInt32BE(at + 4),
      size: bytes.readUInt32BE(at + 8),
    };
  });
  // ICC.1:2022, 8.2 and 8.3.3: what a three-component matrix profile must have.
  const needed = ["desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"];
  expect(tags.map((tag) => tag.name).toSorted()).toEqual(needed.toSorted());
  for (const { offset, size } of tags) {
    expect(offset % 4).toBe(0);
    expect(offset + size).toBeLessThanOrEqual(bytes.length);
  }
  expect(bytes.length).toBeLessThan(700);
});

test("another program's colour engine reads it as sRGB: no colour moves", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "srgb.icc");
  await writeFile(path, srgbProfile());
  for (const [r, g, b] of [
    [0, 0, 0],
    [255, 255, 255],
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [31, 95, 139],
    [128, 128, 128],
    [12, 200, 77],
  ] as const) {
    const plain = sharp({ create: { width: 1, height: 1, channels: 3, background: { r, g, b } } });
    const converted = await plain.withIccProfile(path).png().toBuffer();
    expect((await sharp(converted).metadata()).icc?.length).toBe(srgbProfile().length);
    const pixel = await sharp(converted).removeAlpha().raw().toBuffer();
    const distance = [r, g, b].map((value, index) => Math.abs(value - (pixel[index] ?? 0)));
    expect(Math.max(...distance), `${r} ${g} ${b}`).toBeLessThanOrEqual(1);
  }
});
