import type { EditionName } from "../../../model/edition.ts";
import { editionOf } from "../../../model/every-edition.ts";
import type { Template } from "../../../template/load.ts";
import type { TemplateChoices } from "../../../template/options.ts";
import type { Direction } from "../../../model/metadata.ts";
import type { FootnotePlacement } from "../../../model/footnote-plan.ts";
import type { Corner, Corners } from "../../../model/page.ts";
import { heightInPixels, points } from "./lengths.ts";
import { hasColumns, type Sheet, sheetFor, toLength } from "./papers.ts";
import { turnedCorners, turnedPageRules } from "./turned-pages.ts";

/** The margins of odd and of even pages, as CSS lengths: those of pages like a book's mirror each other. */
function margins({ inner, outer, number }: Sheet, direction: Direction) {
  const bound = direction === "ltr" ? { left: inner, right: outer } : { left: outer, right: inner };
  const turned = { left: bound.right, right: bound.left };
  return { odd: bound, even: number === "outer foot" ? turned : bound };
}

/** Of a page's area of text, in points. The browser rounds it up to a whole pixel. */
export function textHeight({ size, top, bottom }: Sheet): number {
  const [, whole = ""] = size.split(" ");
  return heightInPixels(points(whole) - points(top) - points(bottom));
}

/** The area of text of an edition's pages. Large print and booklets have one column. */
export function areaOf(template: Template, edition: EditionName, options: TemplateChoices) {
  const sheet = sheetFor(template, edition, options);
  const [width = ""] = sheet.size.split(" ");
  return {
    height: textHeight(sheet),
    width: points(width) - points(sheet.inner) - points(sheet.outer),
    columns: hasColumns(options, editionOf(edition).design) ? 2 : 1,
  };
}

/** Notes beside the text stand on the page's area of text, whose words keep to the width that they have without. */
export function fitForNotes(sheet: Sheet, notes: FootnotePlacement): Sheet {
  const { edge, outer } = sheet;
  return notes === "side" && edge !== undefined ? { ...sheet, outer: edge, beside: `calc(${outer} - ${edge})` } : sheet;
}

/** `@page` rules: the paper and its margins. The first page is a right-hand one, from right to left a left-hand one. */
export function pageRules(sheet: Sheet, direction: Direction, hasTurned = false): string {
  const { odd, even } = margins(sheet, direction);
  const { size, top, bottom } = sheet;
  const [first, second] = direction === "ltr" ? (["right", "left"] as const) : (["left", "right"] as const);
  return [
    `@page{size:${size}}`,
    ...(sheet.beside === undefined ? [] : [`body{padding-inline-end:${sheet.beside}}`]),
    `@page :${first}{margin:${top} ${odd.right} ${bottom} ${odd.left}}`,
    `@page :${second}{margin:${top} ${even.right} ${bottom} ${even.left}}`,
    // A page of another height than the style sheet's has its own room for pictures.
    ...(sheet.measure === undefined ? [] : [`img{max-height:${Math.round(textHeight(sheet) * 0.8)}pt}`]),
    ...(hasTurned ? [turnedPageRules(sheet, first)] : []),
  ].join("");
}

/** Rules of the document of heads and feet: pages without margins, on which heads and feet stand in those of the text. */
export function headRules(sheet: Sheet, direction: Direction): string {
  const { size, top, bottom, bleed = 0 } = sheet;
  const [width, height] = size.split(" ");
  const sides = Object.entries(margins(sheet, direction));
  return [
    `@page{size:${size};margin:0}`,
    `.page{position:relative;width:${width};height:${height};overflow:hidden}`,
    ".page+.page{break-before:page}",
    ".running-head,.running-foot,.running-continued{position:absolute}",
    `.running-continued{bottom:calc(${height} - ${top} + 2pt)}`,
    `.running-head{top:${bleed}pt;height:${toLength(points(top) - bleed)}}`,
    `.running-foot{bottom:${bleed}pt;height:${toLength(points(bottom) - bleed)}}`,
    ...sides.map(([name, { left, right }]) => `.${name}>*{left:${left};right:${right}}`),
  ].join("");
}

export function cornersOf(sheet: Sheet, direction: Direction, hasTurned: boolean): Corners {
  const { odd, even } = margins(sheet, direction);
  const corner = ({ left }: { readonly left: string }): Corner => ({ left: points(left), top: points(sheet.top) });
  return { odd: corner(odd), even: corner(even), ...(hasTurned && { turned: turnedCorners(sheet) }) };
}
