import type { Html, Parents, RootContent } from "mdast";

/** Name of the leaf directive that replaces a block while the text around it is parsed. */
export const placeholderName = "block";

/** Returns a placeholder line, indented like the block, or after the same markers. */
export function placeholder(text: string, markers: string): string {
  return `${markers === "" ? (/^[ \t]*/.exec(text)?.[0] ?? "") : markers}::${placeholderName}`;
}

/** Nodes that can have blocks as children. */
const holdsBlocks: ReadonlySet<string> = new Set([
  "root",
  "blockquote",
  "listItem",
  "footnoteDefinition",
  "containerDirective",
]);

/**
 * Splits HTML that continues to an empty line and so contains placeholders; the parts in between become separate HTML
 * nodes.
 */
export function splitAtPlaceholders(html: Html, parent: Parents, isBlock: (line: number) => boolean): RootContent[] {
  const start = html.position?.start.line;
  if (start === undefined || !holdsBlocks.has(parent.type) || !html.value.includes(`::${placeholderName}`))
    return [html];
  const pieces: RootContent[] = [];
  let value: string[] = [];
  const close = (): void => {
    if (value.join("").trim() !== "") pieces.push({ ...html, value: value.join("\n") });
    value = [];
  };
  for (const [index, text] of html.value.split("\n").entries()) {
    const line = start + index;
    if (text.trim() !== `::${placeholderName}` || !isBlock(line)) {
      value.push(text);
      continue;
    }
    close();
    const point = { line, column: 1 };
    const position = { start: point, end: point };
    pieces.push({ type: "leafDirective", name: placeholderName, attributes: {}, children: [], position });
  }
  close();
  return pieces.length === 0 ? [html] : pieces;
}
