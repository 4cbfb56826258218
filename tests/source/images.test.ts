import { symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32, gzipSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Image } from "../../src/model/image.ts";
import { loadImages } from "../../src/source/images.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><script>alert(1)</script></svg>';

/** What becomes of an image that an article in a folder names. */
async function load(folder: string, address: string): Promise<{ image?: Image; printed: string }> {
  const reference = {
    address,
    from: join(folder, "article.md"),
    file: "article.md",
    position: { start: { line: 7, column: 1 } },
  };
  const { images, diagnostics } = await loadImages(worldIn(folder), { folder, root: folder }, [reference]);
  const [image] = images.values();
  return { ...(image && { image }), printed: printDiagnostics(diagnostics) };
}

function picture(width = 6, height = 4) {
  return sharp({ create: { width, height, channels: 3, background: "#336699" } });
}

describe("detects the type by the bytes", () => {
  test.each([
    ["png", "image/png"],
    ["jpeg", "image/jpeg"],
    ["webp", "image/webp"],
    ["avif", "image/avif"],
    ["gif", "image/gif"],
  ] as const)("%s", async (format, mediaType) => {
    const folder = await temporaryFolder({ [`a.${format}`]: await picture().toFormat(format).toBuffer() });
    const { image, printed } = await load(folder, `a.${format}`);
    expect(image).toMatchObject({ mediaType, width: 6, height: 4 });
    expect(printed).toBe("");
  });

  test("a JPEG on its side has the size that is seen", async () => {
    const bytes = await picture(6, 4).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { image } = await load(await temporaryFolder({ "a.jpg": bytes }), "a.jpg");
    expect(image).toMatchObject({ width: 4, height: 6 });
  });

  test("a TIFF is a picture, but none that a reader can show", async () => {
    const folder = await temporaryFolder({ "a.png": await picture().tiff().toBuffer() });
    expect((await load(folder, "a.png")).printed).toBe(
      'article.md:7:1 warning imageReadable "a.png" is a tiff file. (Convert it to PNG, JPEG, WebP, AVIF, GIF or SVG.)\n',
    );
  });
});

describe("no SVG comes through without being cleaned", () => {
  test("one that is named as something else is cleaned", async () => {
    const { image, printed } = await load(await temporaryFolder({ "a.png": drawing }), "a.png");
    expect(new TextDecoder().decode(image?.bytes)).not.toContain("script");
    expect(printed).toContain("svgSafe");
    expect(printed).toContain("imageNamedForType");
  });

  const disguises: readonly [string, Uint8Array][] = [
    ["compressed", gzipSync(drawing)],
    ["in UTF-16", Buffer.from(`\uFEFF${drawing}`, "utf16le")],
    ["behind a long comment", Buffer.from(`<!--${"x".repeat(10_000)}-->${drawing}`)],
    ["behind a long document type", Buffer.from(`<!DOCTYPE svg [<!--${"x".repeat(10_000)}-->]>${drawing}`)],
    ["behind a processing instruction", Buffer.from(`<?xml version="1.0"?><?a b?>${drawing}`)],
  ];
  test.each(disguises)("one that is %s is cleaned or refused", async (_, bytes) => {
    const { image, printed } = await load(await temporaryFolder({ "a.svg": bytes }), "a.svg");
    expect(image === undefined || !new TextDecoder().decode(image.bytes).includes("script")).toBe(true);
    expect(printed).toMatch(/imageReadable|svgSafe/);
  });

  test("one that is nested without end is refused", async () => {
    const deep = `<svg xmlns="http://www.w3.org/2000/svg">${"<g>".repeat(50_000)}${"</g>".repeat(50_000)}</svg>`;
    expect((await load(await temporaryFolder({ "a.svg": deep }), "a.svg")).printed).toContain("imageReadable");
  });
});

describe("confinement", () => {
  test("a link out of the folder is not followed", async () => {
    const folder = await temporaryFolder({ "outside.png": await picture().png().toBuffer(), "work/article.md": "" });
    await symlink(join(folder, "outside.png"), join(folder, "work/a.png"));
    expect((await load(join(folder, "work"), "a.png")).printed).toBe(
      'article.md:7:1 warning imageConfined The image "a.png" lies outside the project. (Copy it into the folder, or name the folder that holds both: --root.)\n',
    );
  });

  test("a link inside the folder is", async () => {
    const folder = await temporaryFolder({ "pictures/a.png": await picture().png().toBuffer() });
    await symlink(join(folder, "pictures"), join(folder, "linked"));
    expect((await load(folder, "linked/a.png")).image?.name).toBe("images/a.png");
  });

  test("a folder whose name begins like the publication's is another folder", async () => {
    const folder = await temporaryFolder({ "work-2/a.png": await picture().png().toBuffer(), "work/article.md": "" });
    expect((await load(join(folder, "work"), "../work-2/a.png")).printed).toContain("imageConfined");
  });

  test("a way out and in again is inside", async () => {
    const folder = await temporaryFolder({ "inside/a.png": await picture().png().toBuffer() });
    expect((await load(join(folder, "inside"), "../inside/a.png")).printed).toBe("");
  });
});

describe("files that cannot be used", () => {
  test("too many bytes: refused without being read", async () => {
    const folder = await temporaryFolder({ "a.png": "" });
    await truncate(join(folder, "a.png"), 40 * 2 ** 20);
    expect((await load(folder, "a.png")).printed).toContain('imageSize "a.png" has 40 MiB; at most 32 are taken.');
  });

  test("too many pixels in few bytes: refused without being decoded", async () => {
    // The header of a small picture is made to tell of a large one.
    const bytes = await picture().png().toBuffer();
    bytes.writeUInt32BE(20_000, 16);
    bytes.writeUInt32BE(10_000, 20);
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
    expect((await load(await temporaryFolder({ "a.png": bytes }), "a.png")).printed).toContain(
      'imageSize "a.png" has 20000 × 10000 pixels',
    );
  });

  test("one that may not be read", async () => {
    const folder = await temporaryFolder({ "a.png": await picture().png().toBuffer() });
    const world = worldIn(folder);
    const denied = Object.assign(new Error("EACCES"), { code: "EACCES" });
    const reference = { address: "a.png", from: join(folder, "article.md"), file: "article.md" };
    const disk = { ...world.disk, read: () => Promise.reject(denied) };
    const { diagnostics } = await loadImages({ ...world, disk }, { folder, root: folder }, [reference]);
    expect(printDiagnostics(diagnostics)).toBe(
      'article.md warning imageReadable "a.png" cannot be read: permission is denied.\n',
    );
  });

  test("an empty file, a folder", async () => {
    const folder = await temporaryFolder({ "a.png": "", "b.png/c": "" });
    expect((await load(folder, "a.png")).printed).toContain('imageReadable "a.png" is empty.');
    expect((await load(folder, "b.png")).printed).toContain('imageExists There is no image file "b.png".');
  });

  test("bytes that decode to nothing", async () => {
    const bytes = await picture(200, 200).png().toBuffer();
    const damaged = Buffer.from(bytes);
    damaged.fill(0x55, 60);
    const folder = await temporaryFolder();
    await writeFile(join(folder, "a.png"), damaged);
    expect((await load(folder, "a.png")).printed).toContain('imageReadable "a.png" cannot be decoded');
  });
});

test("one picture named in two ways is one picture", async () => {
  const folder = await temporaryFolder({ "a/b.png": await picture().png().toBuffer(), "a/c.md": "" });
  const { images, read } = await loadImages(worldIn(folder), { folder, root: folder }, [
    { address: "a/b.png", from: join(folder, "article.md"), file: "article.md" },
    { address: "./b.png?v=2#x", from: join(folder, "a/c.md"), file: "a/c.md" },
  ]);
  expect([...new Set(images.values())]).toHaveLength(1);
  expect(read).toEqual([join(folder, "a/b.png")]);
});
