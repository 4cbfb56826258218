import type { EditionName } from "../../../model/edition.ts";
import { editionOf } from "../../../model/every-edition.ts";
import type { Template } from "../../../template/load.ts";
import type { TemplateChoices } from "../../../template/options.ts";
import type { Direction } from "../../../model/metadata.ts";
import type { Corner, Corners } from "../../../model/page.ts";
import { heightInPixels, points } from "./lengths.ts";
import { hasColumns, type Sheet, sheetFor, toLength } from "./papers.ts";
import { turnedCorners, turnedPageRules } from "./turned-pages.ts";

/** Returns the margins of odd and even pages as CSS lengths; in facing pages, they mirror each other. */
function margins({ inner, outer, number }: Sheet, direction: Direction) {
  const bound = direction === "ltr" ? { left: inner, right: outer } : { left: outer, right: inner };
  const turned = { left: bound.right, right: bound.left };
  return { odd: bound, even: number === "outer foot" ? turned : bound };
}

/** Returns the height of a page's text area in points. The browser rounds it up to a whole pixel. */
export function textHeight({ size, top, bottom }: Sheet): number {
  const [, whole = ""] = size.split(" ");
  return heightInPixels(points(whole) - points(top) - points(bottom));
}

/** Returns the text area of an edition's pages. Large print and booklets have one column. */
export function areaOf(template: Template, edition: EditionName, options: TemplateChoices) {
  const sheet = sheetFor(template, edition, options);
  const [width = ""] = sheet.size.split(" ");
  return {
    height: textHeight(sheet),
    width: points(width) - points(sheet.inner) - points(sheet.outer),
    columns: hasColumns(options, editionOf(edition).design) ? 2 : 1,
  };
}

/**
 * Returns the `@page` rules for paper and margins. The first page is a right-hand page, or a left-hand page in
 * right-to-left text.
 */
export function pageRules(sheet: Sheet, direction: Direction, hasTurned = false): string {
  const { odd, even } = margins(sheet, direction);
  const { size, top, bottom } = sheet;
  const [first, second] = direction === "ltr" ? (["right", "left"] as const) : (["left", "right"] as const);
  return [
    `@page{size:${size}}`,
    ...(sheet.beside === undefined ? [] : [`body{padding-inline-end:${sheet.beside}}`]),
    ...(sheet.takesFigures
      ? [
          `figure.side{float:inline-end;clear:inline-end;width:calc(${sheet.beside} - 0.2in);` +
            `margin-inline-end:calc(-1*${sheet.beside});font-size:0.9em}`,
        ]
      : []),
    `@page :${first}{margin:${top} ${odd.right} ${bottom} ${odd.left}}`,
    `@page :${second}{margin:${top} ${even.right} ${bottom} ${even.left}}`,
    // A page height other than the style sheet's needs its own image limit.
    ...(sheet.measure === undefined ? [] : [`img{max-height:${Math.round(textHeight(sheet) * 0.8)}pt}`]),
    ...(hasTurned ? [turnedPageRules(sheet, first)] : []),
  ].join("");
}

/**
 * Returns the rules of the running-head document: pages without margins, on which running heads are placed in the
 * margins of the text.
 */
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
