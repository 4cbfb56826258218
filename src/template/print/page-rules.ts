import type { Edition } from "../../model/edition.ts";
import type { MetadataView } from "../view.ts";
import { cssString } from "./css-string.ts";

/** The width and height of a paper, and margins that leave a measure of about 70 characters and room for notes. */
const papers = {
  letter: { size: "8.5in 11in", margin: "0.95in 1.75in 1in 1.5in" },
  A4: { size: "210mm 297mm", margin: "25mm 41mm 27mm 36mm" },
} as const satisfies Record<NonNullable<Edition["paper"]>, { readonly size: string; readonly margin: string }>;

/**
 * `@page` rules: the paper, a running head from the second page on, and a foot with the state of the text and the
 * number of the page. What stands there repeats what the pages themselves say, so nobody who cannot see it misses it.
 */
export function pageRules(paper: NonNullable<Edition["paper"]>, view: MetadataView): string {
  const { size, margin } = papers[paper];
  const { words, checked, short_title: title } = view;
  const state = checked ? cssString(`${words.checked} ${checked.text}`) : '""';
  const number = `${cssString(`${words.page} `)} counter(page) ${cssString(` ${words.of} `)} counter(pages)`;
  const [near, far] = view.direction === "rtl" ? ["right", "left"] : ["left", "right"];
  const box = (place: string, content: string): string => `@${place}{content:${content};${boxStyle}}`;
  return [
    `@page{size:${size};margin:${margin};`,
    box(`top-${near}`, cssString(title)),
    box(`bottom-${near}`, state),
    box(`bottom-${far}`, number),
    "}",
    `@page :first{@top-${near}{content:none}}`,
  ].join("");
}

/** Custom properties do not reach margin boxes everywhere, so the face and the colour of labels are said again. */
const boxStyle =
  'font:400 8.5pt/1.3 "Source Sans 3",sans-serif;font-variant-numeric:lining-nums;color:#55524c;white-space:nowrap';
