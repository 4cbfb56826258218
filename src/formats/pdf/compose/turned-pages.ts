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

/** A landscape page of an edition: its size in CSS, and the margins of odd and even pages. */
export interface TurnedSheet {
  readonly size: string;
  readonly odd: Margins;
  readonly even: Margins;
}

/**
 * Returns the landscape version of a sheet. The margins above and below the text fit the running heads; the side
 * margins are equal to them. When bound with the others, the edge with holes is on top; on the back of a sheet, at the
 * bottom.
 */
function turnSheet({ size, top, bottom, gutter = 0, number }: Sheet): TurnedSheet {
  const [width = "", height = ""] = size.split(" ");
  const [above, below] = [points(top), points(bottom)];
  const side = Math.max(above, below);
  const odd = { top: above + gutter, right: side, bottom: below, left: side };
  const even = { ...odd, top: above, bottom: below + gutter };
  return { size: `${height} ${width}`, odd, even: number === "outer foot" ? even : odd };
}

/** Returns the height of a landscape page's text area, in points. */
export function turnedHeight(sheet: Sheet): number {
  const { size, odd } = turnSheet(sheet);
  return heightInPixels(points(size.split(" ")[1] ?? "") - odd.top - odd.bottom);
}

/** Returns how many times wider a line is on a landscape page. */
export function turnedMeasure(sheet: Sheet): number {
  const { size, odd } = turnSheet(sheet);
  const [width = 0, upright = 0] = size.split(" ").map(points);
  return (width - odd.left - odd.right) / (upright - points(sheet.inner) - points(sheet.outer));
}

/** Reports whether an edition can have landscape pages: its pages are portrait, and no fold goes through them. */
export function canTurn({ size }: Sheet, design: string | undefined): boolean {
  const [width = 0, height = 0] = size.split(" ").map(points);
  return design !== "booklet" && height > width;
}

/** Returns named pages (CSS Paged Media 3, 5.3.1) for landscape content. */
export function turnedPageRules(sheet: Sheet, first: "left" | "right"): string {
  const { size, odd, even } = turnSheet(sheet);
  const second = first === "left" ? "right" : "left";
  const margin = (margins: Margins): string =>
    `margin:${[margins.top, margins.right, margins.bottom, margins.left].map(pt).join(" ")}`;
  const tallest = Math.round(turnedHeight(sheet) * 0.8);
  return [
    `@page landscape{size:${size}}`,
    `@page landscape:${first}{${margin(odd)}}`,
    `@page landscape:${second}{${margin(even)}}`,
    `.landscape{page:landscape}.landscape img{max-height:${tallest}pt}`,
  ].join("");
}

/** Returns the rules for running heads on landscape pages, which are rotated as well. */
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
        : [`${page}>.running-mark{top:${pt(above + top)};left:auto;right:12pt;min-width:0;width:${pt(right - 17)}}`]),
    ].join("");
  });
  return [`@page landscape{size:${whole.size};margin:0}`, ...rules].join("");
}

/** Returns where the text of landscape pages begins. */
export function turnedCorners(sheet: Sheet): { readonly odd: Corner; readonly even: Corner } {
  const { odd, even } = turnSheet(sheet);
  return { odd: { left: odd.left, top: odd.top }, even: { left: even.left, top: even.top } };
}

function pt(length: number): string {
  return `${Math.round(length * 1000) / 1000}pt`;
}
