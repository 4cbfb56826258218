import type { Direction } from "../../../model/metadata.ts";
import type { FootnotePlacement } from "../../../model/footnote-plan.ts";
import type { Corner, Corners } from "../../../model/page.ts";
import type { Sheet } from "./papers.ts";

/** The margins of odd and of even pages, as CSS lengths: those of pages like a book's mirror each other. */
function margins({ inner, outer, number }: Sheet, direction: Direction) {
  const bound = direction === "ltr" ? { left: inner, right: outer } : { left: outer, right: inner };
  const turned = { left: bound.right, right: bound.left };
  return { odd: bound, even: number === "outer foot" ? turned : bound };
}

/** Of a page's area of text, in points. The browser rounds it up to a whole pixel. */
export function textHeight({ size, top, bottom }: Sheet): number {
  const [, whole = ""] = size.split(" ");
  const pixels = (length: string): number => (points(length) * 96) / 72;
  return Math.ceil(pixels(whole) - pixels(top) - pixels(bottom) - 0.001) * 0.75;
}

/** Notes beside the text stand on the page's area of text, whose words keep to the width that they have without. */
export function fitForNotes(sheet: Sheet, notes: FootnotePlacement): Sheet {
  const { edge, outer } = sheet;
  return notes === "side" && edge !== undefined ? { ...sheet, outer: edge, beside: `calc(${outer} - ${edge})` } : sheet;
}

/** `@page` rules: the paper and its margins. The first page is a right-hand one, from right to left a left-hand one. */
export function pageRules(sheet: Sheet, direction: Direction): string {
  const { odd, even } = margins(sheet, direction);
  const { size, top, bottom } = sheet;
  const [first, second] = direction === "ltr" ? ["right", "left"] : ["left", "right"];
  return [
    `@page{size:${size}}`,
    ...(sheet.beside === undefined ? [] : [`body{padding-inline-end:${sheet.beside}}`]),
    `@page :${first}{margin:${top} ${odd.right} ${bottom} ${odd.left}}`,
    `@page :${second}{margin:${top} ${even.right} ${bottom} ${even.left}}`,
  ].join("");
}

/** Rules of the document of heads and feet: pages without margins, on which heads and feet stand in those of the text. */
export function headRules(sheet: Sheet, direction: Direction): string {
  const { size, top, bottom } = sheet;
  const [width, height] = size.split(" ");
  const sides = Object.entries(margins(sheet, direction));
  return [
    `@page{size:${size};margin:0}`,
    `.page{position:relative;width:${width};height:${height};overflow:hidden}`,
    ".page+.page{break-before:page}",
    ".running-head,.running-foot,.running-continued{position:absolute}",
    `.running-continued{bottom:calc(${height} - ${top} + 2pt)}`,
    `.running-head{top:0;height:${top}}`,
    `.running-foot{bottom:0;height:${bottom}}`,
    ...sides.map(([name, { left, right }]) => `.${name}>*{left:${left};right:${right}}`),
  ].join("");
}

export function cornersOf(sheet: Sheet, direction: Direction): Corners {
  const { odd, even } = margins(sheet, direction);
  const corner = ({ left }: { readonly left: string }): Corner => ({ left: points(left), top: points(sheet.top) });
  return { odd: corner(odd), even: corner(even) };
}

const units: Readonly<Record<string, number>> = { in: 72, mm: 72 / 25.4, pt: 1 };

/** A CSS length in points. */
function points(length: string): number {
  return Number.parseFloat(length) * (units[length.replace(/^[\d.]+/, "")] ?? 0);
}
