import { createCanvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Renders a page of a PDF as a PNG. */
export async function drawPdfPage(bytes: Uint8Array, number: number, scale: number): Promise<Uint8Array> {
  const document = await getDocument({ data: bytes.slice(), disableFontFace: true }).promise;
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(viewport.width, viewport.height);
  // The canvas is not a browser's, but has the same methods.
  await page.render({ canvas: canvas as never, viewport }).promise;
  return canvas.toBuffer("image/png");
}
