import { type ChartLook, labelSize } from "../look.ts";

/**
 * Graphviz has the widths of ASCII letters, and takes every other character for as wide as a space. Behind each that is wider
 * stand as many of these as fill the room; they are gone from what it draws.
 */
export const filler = "\uE000";
const fillers = /\uE000/g;

/** The width of a space of Arial, in em. */
const spaceWidth = 0.278;

/** The source with the template's face as its defaults, on the same lines. */
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
