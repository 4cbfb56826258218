// Takes the pictures at the top of README: a page of the PDF, the web page on a phone, the cover and a page of the
// EPUB. Run with: npm run pictures
import { writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import JSZip from "jszip";
import sharp from "sharp";
import { build } from "../../src/pipeline/build.ts";
import type { EditionName } from "../../src/model/edition.ts";
import type { Browser } from "../../src/model/browser.ts";
import { drawPdfPage } from "./pictures/draw-pdf-page.ts";
import { realWorld } from "../../src/world/node.ts";

const folder = join(import.meta.dirname, "..", "pictures");
const sources = [join(import.meta.dirname, "..", "..", "content", "usmle-step-1-and-img-careers")];
const ePage = { width: 560, height: 800 };

const world = realWorld();
const outcome = await build(world, { sources, editions: ["web", "ebook", "handout"], config: {}, toolVersion: "0" });
if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join("\n"));
const artifacts = outcome.value.flatMap((built) => built.artifacts);
const bytesOf = (edition: EditionName): Uint8Array => {
  const artifact = artifacts.find((candidate) => candidate.edition === edition);
  if (!artifact) throw new Error(`There is no edition "${edition}".`);
  return artifact.bytes;
};

const opened = await world.browsers.open({});
if (!opened.ok) throw new Error("There is no browser to take pictures with.");
const browser = opened.value;
try {
  await save("handout.png", await drawPdfPage(bytesOf("handout"), 1, 1.4));
  const phone = { width: 390, height: 760, scale: 1.5 };
  await save("phone.png", await browser.screenshot(new TextDecoder().decode(bytesOf("web")), phone));
  await save("ebook.png", await drawBook(bytesOf("ebook"), browser));
} finally {
  await browser.close();
}

/** Draws the cover beside a page of the text, as an e-reader shows them. */
async function drawBook(bytes: Uint8Array, reader: Browser): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const paths = Object.keys(zip.files);
  const find = (pattern: RegExp): string => paths.find((path) => pattern.test(path)) ?? "";
  const cover = await sharp(await contentOf(zip, find(/cover\.(?:png|jpe?g)$/)))
    .resize({ ...ePage, fit: "contain", background: "#ffffff" })
    .toBuffer();
  const text = await standalone(zip, find(/\/0*1-[^/]*\.xhtml$/));
  const page = await reader.screenshot(text, ePage);
  const gap = 24;
  return sharp({ create: { width: ePage.width * 2 + gap, height: ePage.height, channels: 3, background: "#ffffff" } })
    .composite([
      { input: cover, left: 0, top: 0 },
      { input: Buffer.from(page), left: ePage.width + gap, top: 0 },
    ])
    .png()
    .toBuffer();
}

/** Returns a document of the book with embedded style sheet and fonts. */
async function standalone(zip: JSZip, path: string): Promise<string> {
  const text = new TextDecoder().decode(await contentOf(zip, path));
  const sheets = [...text.matchAll(/rel="stylesheet"[^>]*href="([^"]+)"/g)].map(([, href = ""]) =>
    posix.join(posix.dirname(path), href),
  );
  const texts = await Promise.all(sheets.map(async (sheet) => new TextDecoder().decode(await contentOf(zip, sheet))));
  let style = texts.join("\n");
  for (const [whole, address = ""] of style.matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
    const font = await contentOf(zip, posix.join(posix.dirname(sheets[0] ?? ""), address));
    style = style.replace(whole, `url(data:font/ttf;base64,${Buffer.from(font).toString("base64")})`);
  }
  const body = text.slice(text.indexOf("<body"), text.indexOf("</html>"));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${style} body{padding:2.5rem}</style>${body}</html>`;
}

async function contentOf(zip: JSZip, path: string): Promise<Uint8Array> {
  const entry = zip.file(path);
  if (!entry) throw new Error(`The book has no "${path}".`);
  return entry.async("uint8array");
}

async function save(name: string, picture: Uint8Array): Promise<void> {
  const framed = sharp(picture).extend({ top: 2, bottom: 2, left: 2, right: 2, background: "#cfcac0" });
  await writeFile(join(folder, name), await framed.png({ palette: true, compressionLevel: 9 }).toBuffer());
}
