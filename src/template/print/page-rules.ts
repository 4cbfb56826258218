import type { Edition } from "../../model/edition.ts";
import type { NotePlacement } from "../../model/note-plan.ts";
import type { MetadataView } from "../view.ts";
import { cssString } from "./css-string.ts";

export type Paper = NonNullable<Edition["paper"]>;

/** Papers, and margins that leave a measure of about 70 characters and, on the outer side, room for notes. */
const papers = {
  letter: { size: "8.5in 11in", top: "0.95in", outer: "1.75in", edge: "0.4in", bottom: "1in", inner: "1.5in" },
  A4: { size: "210mm 297mm", top: "25mm", outer: "41mm", edge: "10mm", bottom: "27mm", inner: "36mm" },
} as const satisfies Record<Paper, Record<"size" | "top" | "outer" | "edge" | "bottom" | "inner", string>>;

/** Of a page's area of text, in points. The browser rounds it up to a whole pixel. */
export function textHeight(paper: Paper): number {
  const { size, top, bottom } = papers[paper];
  const [, whole = ""] = size.split(" ");
  return Math.ceil(inPixels(whole) - inPixels(top) - inPixels(bottom) - 0.001) * 0.75;
}

function inPixels(length: string): number {
  return parseFloat(length) * (length.endsWith("mm") ? 96 / 25.4 : 96);
}

/**
 * `@page` rules: the paper, a running head from the second page on, and a foot with the state of the text and the
 * number of the page. What stands there repeats what the pages themselves say, so nobody who cannot see it misses it.
 * How it looks is the style sheet's matter.
 */
export function pageRules(paper: Paper, view: MetadataView, notes: NotePlacement = "end"): string {
  const { size, top, bottom, inner } = papers[paper];
  // Notes beside the text stand on the page's area of text, whose words keep to what they have without.
  const outer = notes === "side" ? papers[paper].edge : papers[paper].outer;
  const { words, checked, short_title: title } = view;
  const isLeftToRight = view.direction === "ltr";
  const margin = isLeftToRight ? `${top} ${outer} ${bottom} ${inner}` : `${top} ${inner} ${bottom} ${outer}`;
  const [near, far] = isLeftToRight ? ["left", "right"] : ["right", "left"];
  const state = checked ? cssString(`${words.checked} ${checked.text}`) : '""';
  const number = `${cssString(`${words.page} `)} counter(page) ${cssString(` ${words.of} `)} counter(pages)`;
  return [
    `@page{size:${size};margin:${margin};`,
    `@top-${near}{content:${cssString(shorten(title))}}`,
    `@bottom-${near}{content:${state}}`,
    `@bottom-${far}{content:${number}}`,
    "}",
    ...(notes === "side" ? [`body{padding-inline-end:calc(${papers[paper].outer} - ${outer})}`] : []),
    `@page :first{@top-${near}{content:none}}`,
  ].join("");
}

/** Characters that a running head has room for. */
const headRoom = 80;

/** What is too long for one line ends at a word, with an ellipsis. */
function shorten(title: string): string {
  if (title.length <= headRoom) return title;
  const cut = title.slice(0, headRoom).replace(/\s+\S*$/u, "");
  return `${cut.replace(/[\s,;:.]+$/u, "")}…`;
}
