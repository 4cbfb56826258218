import type { MetadataView } from "../view.ts";
import { cssString } from "./css-string.ts";
import type { Sheet } from "./papers.ts";

/**
 * `@page` rules: the paper, a running head from the second page on, and a foot with the state of the text and the
 * number of the page. What stands there repeats what the pages themselves say, so nobody who cannot see it misses it.
 * How it looks is the style sheet's matter.
 */
export function pageRules(sheet: Sheet, view: MetadataView): string {
  const { size, top, outer, bottom, inner } = sheet;
  const { words, checked, short_title: title } = view;
  const head = cssString(shorten(title, sheet.headRoom));
  const state = checked ? cssString(`${words.checked} ${checked.text}`) : '""';
  const number = `${cssString(`${words.page} `)} counter(page) ${cssString(` ${words.of} `)} counter(pages)`;
  const [near, far] = view.direction === "ltr" ? (["left", "right"] as const) : (["right", "left"] as const);
  const foot = (side: string, other: string): string =>
    `@bottom-${side}{content:${state}}@bottom-${other}{content:${number}}`;
  const page = (name: string, fold: string, boxes: string): string => {
    const [left, right] = fold === "left" ? [inner, outer] : [outer, inner];
    return `@page${name}{size:${size};margin:${top} ${right} ${bottom} ${left};${boxes}}`;
  };
  const untitled = `@page :first{@top-${near}{content:none}}`;
  const running = `@top-${near}{content:${head}}`;
  if (sheet.number === "head")
    return page("", near, `${running}@top-${far}{content:${number}}@bottom-${near}{content:${state}}`) + untitled;
  if (sheet.number === "foot") return page("", near, running + foot(near, far)) + untitled;
  return (
    page(" :left", "right", running + foot("right", "left")) +
    page(" :right", "left", running + foot("left", "right")) +
    untitled
  );
}

/** What is too long for one line ends at a word, with an ellipsis. */
function shorten(title: string, room: number): string {
  if (title.length <= room) return title;
  const cut = title.slice(0, room).replace(/\s+\S*$/u, "");
  return `${cut.replace(/[\s,;:.]+$/u, "")}…`;
}
