import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A line of a page as it is seen. */
export interface Line {
  readonly text: string;
  /** Of its first character, from the left edge of the paper, in points. */
  readonly x: number;
  /** Of its baseline, from the lower edge of the paper, in points. */
  readonly y: number;
}

/** The lines of each page from top to bottom; what is raised or lowered belongs to the line that it stands in. */
export async function readLines(bytes: Uint8Array): Promise<Line[][]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)));
  return Promise.all(
    pages.map(async (page) => {
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item) => {
        const place = "str" in item && item.str !== "" ? (item.transform as number[]) : undefined;
        return place && "str" in item ? [{ text: item.str, x: place[4] ?? 0, y: place[5] ?? 0 }] : [];
      });
      const lines: Line[] = [];
      for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
        const line = lines.findLastIndex(({ y }) => Math.abs(y - piece.y) < 6);
        const found = lines[line];
        if (!found) lines.push(piece);
        else if (piece.x < found.x)
          lines[line] = { text: piece.text + found.text, x: piece.x, y: Math.min(found.y, piece.y) };
        else lines[line] = { ...found, text: found.text + piece.text, y: Math.min(found.y, piece.y) };
      }
      return lines;
    }),
  );
}
