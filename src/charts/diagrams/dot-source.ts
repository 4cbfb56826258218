import { type ChartLook, labelSize } from "../look.ts";

/**
 * Graphviz knows the widths of ASCII letters only, and measures every other character as a space. Wider characters are
 * followed by this filler, which is removed from the drawing.
 */
export const filler = "\uE000";
const fillers = /\uE000/g;

/** The width of Arial's space, in em. */
const spaceWidth = 0.278;

/** Inserts the template's font as the default, without changing line numbers. */
export function withDefaults(source: string): string {
  const head =
    /^(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/|#[^\n]*)*(?:strict\s+)?(?:di)?graph\b\s*(?:"(?:\\.|[^"\\])*"|[\w\u0080-\u{10FFFF}.-]+)?\s*\{/iu.exec(
      source,
    )?.[0];
  if (head === undefined) return source;
  const face = `fontname="Arial",fontsize=${labelSize}`;
  return `${head}graph[${face}];node[${face}];edge[${face}];${source.slice(head.length)}`;
}

export function withFillers(source: string, { regular }: ChartLook): string {
  return source.replaceAll(fillers, "").replaceAll(/[^\0-\u007F]/gu, (character) => {
    const more = Math.round(regular.measure(character) / spaceWidth) - 1;
    return character + filler.repeat(Math.max(0, Math.min(8, more)));
  });
}

export function withoutFillers(text: string): string {
  return text.replaceAll(fillers, "");
}
