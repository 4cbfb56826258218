import type { ChartLook } from "../look.ts";
import type { Diagram, DrawDiagram } from "./diagram.ts";

/** CSS pixels of a diagram's words at the size of large print (`zoom` in large-print.css) that fill a page's text area. */
const [pageWidth, pageHeight] = [420, 500];

/** Words this much smaller than the text are reported. */
const leastScale = 0.75;

/** A diagram for large print, and how much smaller than the text its words are there (1: not at all). */
interface ForLargePrint {
  /** If it is drawn again. */
  readonly svg?: string;
  readonly scale: number;
  readonly isSmall: boolean;
}

/**
 * Draws a diagram that is wider or higher than a page of large print in the other direction, if its source has one, and
 * returns the drawing whose words are larger.
 */
export async function forLargePrint(
  diagram: Diagram,
  svg: string,
  look: ChartLook,
  draw: DrawDiagram,
): Promise<ForLargePrint> {
  const scale = scaleOf(svg);
  const source = scale < 1 ? turn(diagram) : diagram.source;
  const other = source === diagram.source ? undefined : await draw({ ...diagram, source }, look);
  const isBetter = other?.ok === true && scaleOf(other.value.svg) > scale;
  const best = isBetter ? { svg: other.value.svg, scale: scaleOf(other.value.svg) } : { scale };
  return { ...best, isSmall: best.scale < leastScale };
}

/** Returns by how much a drawing is reduced to fit the page; its root element says its size. */
function scaleOf(svg: string): number {
  const [, width = "1", height = "1"] = /<svg\b[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return Math.min(1, pageWidth / Number(width), pageHeight / Number(height));
}

/** Returns the source with rows instead of columns, or columns instead of rows. The number of lines stays. */
function turn({ language, source }: Diagram): string {
  const other = (direction: string): string => (/LR|RL/.test(direction) ? "TB" : "LR");
  const pattern =
    language === "dot"
      ? /(\brankdir\s*=\s*"?)(LR|RL|TB|BT)\b/g
      : /^(\s*(?:flowchart|graph|direction)[ \t]+)(LR|RL|TB|TD|BT)\b/gm;
  return source.replaceAll(pattern, (_, before: string, direction: string) => before + other(direction));
}
