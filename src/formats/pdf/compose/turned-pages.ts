import type { Corner } from "../../../model/page.ts";
import { heightInPixels, points } from "./lengths.ts";
import type { Sheet } from "./papers.ts";

/** The margins of a page, in points. */
interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A page of an edition that lies on its long side: its size as CSS, and the margins of odd and of even pages. */
export interface TurnedSheet {
  readonly size: string;
  readonly odd: Margins;
  readonly even: Margins;
}

/**
 * A sheet, turned. It has the margins above and below the text that heads and feet need, and as much at its sides. Bound
 * with the others, the edge with holes is the upper one; of the back of a sheet it is the lower one.
 */
function turnSheet({ size, top, bottom, gutter = 0, number }: Sheet): TurnedSheet {
  const [width = "", height = ""] = size.split(" ");
  const [above, below] = [points(top), points(bottom)];
  const side = Math.max(above, below);
  const odd = { top: above + gutter, right: side, bottom: below, left: side };
  const even = { ...odd, top: above, bottom: below + gutter };
  return { size: `${height} ${width}`, odd, even: number === "outer foot" ? even : odd };
}

/** Of a turned page's area of text, in points. */
export function turnedHeight(sheet: Sheet): number {
  const { size, odd } = turnSheet(sheet);
  return heightInPixels(points(size.split(" ")[1] ?? "") - odd.top - odd.bottom);
}

/** How much wider a line is on a turned page. */
export function turnedMeasure(sheet: Sheet): number {
  const { size, odd } = turnSheet(sheet);
  const [width = 0, upright = 0] = size.split(" ").map(points);
  return (width - odd.left - odd.right) / (upright - points(sheet.inner) - points(sheet.outer));
}

/** Whether an edition's pages can be turned: they are higher than wide, and no fold goes through them. */
export function canTurn({ size }: Sheet, design: string | undefined): boolean {
  const [width = 0, height = 0] = size.split(" ").map(points);
  return design !== "booklet" && height > width;
}

/** Named pages (CSS Paged Media 3, 5.3.1) for what is to stand on turned ones. */
export function turnedPageRules(sheet: Sheet, first: "left" | "right"): string {
  const { size, odd, even } = turnSheet(sheet);
  const second = first === "left" ? "right" : "left";
  const margin = (one: Margins): string => `margin:${[one.top, one.right, one.bottom, one.left].map(pt).join(" ")}`;
  const tallest = Math.round(turnedHeight(sheet) * 0.8);
  return [
    `@page landscape{size:${size}}`,
    `@page landscape:${first}{${margin(odd)}}`,
    `@page landscape:${second}{${margin(even)}}`,
    `.landscape{page:landscape}.landscape img{max-height:${tallest}pt}`,
  ].join("");
}

/** Rules of the document of heads and feet: rows of turned pages are turned, too. */
export function turnedHeadRules(
  rows: readonly { readonly page: number; readonly side: "odd" | "even"; readonly top?: number }[],
  turned: ReadonlySet<number>,
  sheet: Sheet,
): string {
  const places = rows.flatMap((row, index) => (turned.has(row.page) ? [{ ...row, row: index + 1 }] : []));
  if (places.length === 0) return "";
  const whole = turnSheet(sheet);
  const [width, height] = whole.size.split(" ");
  const bleed = sheet.bleed ?? 0;
  const rules = places.map(({ row, side, top }) => {
    const page = `.page:nth-of-type(${row})`;
    const { left, right, top: above, bottom } = whole[side];
    return [
      `${page}{page:landscape;width:${width};height:${height}}`,
      `${page}>*{left:${pt(left)};right:${pt(right)}}`,
      `${page}>.running-head{height:${pt(above - bleed)}}`,
      `${page}>.running-foot{height:${pt(bottom - bleed)}}`,
      `${page}>.running-continued{bottom:calc(${height} - ${pt(above - 2)})}`,
      ...(top === undefined
        ? []
        : [`${page}>.running-mark{top:${pt(above + top)};left:auto;right:12pt;width:${pt(right - 17)}}`]),
    ].join("");
  });
  return [`@page landscape{size:${whole.size};margin:0}`, ...rules].join("");
}

/** Where the text of turned pages begins. */
export function turnedCorners(sheet: Sheet): { readonly odd: Corner; readonly even: Corner } {
  const { odd, even } = turnSheet(sheet);
  return { odd: { left: odd.left, top: odd.top }, even: { left: even.left, top: even.top } };
}

function pt(length: number): string {
  return `${Math.round(length * 1000) / 1000}pt`;
}
