/** The name of the leaf directive that holds the place of a block while the text around it is parsed. */
export const placeholderName = "block";

/** A line that holds a block's place, indented as the block is, or behind the markers that it stands behind. */
export function placeholder(text: string, markers: string): string {
  return `${markers === "" ? (/^[ \t]*/.exec(text)?.[0] ?? "") : markers}::${placeholderName}`;
}
