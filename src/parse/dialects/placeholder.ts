/** The name of the leaf directive that holds the place of a block while the text around it is parsed. */
export const placeholderName = "block";

/** A line that holds a block's place, indented as the block is. */
export function placeholder(text: string): string {
  return `${/^[ \t]*/.exec(text)?.[0] ?? ""}::${placeholderName}`;
}
