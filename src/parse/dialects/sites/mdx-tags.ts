/** A tag of a component or element, or a comment, which may span lines (https://mdxjs.com/docs/what-is-mdx/). */
const start = /<[A-Za-z][\w.]*(?=[\s{]|$)|\{\/\*/g;
const maxLines = 80;

/**
 * Joins each tag and comment that spans lines on its first line and empties the others. Returns lines by index.
 * `isProse` reports whether the line at an index is prose.
 */
export function joinTags(texts: readonly string[], isProse: (index: number) => boolean): Map<number, string> {
  const joined = new Map<number, string>();
  for (let index = 0; index < texts.length; index += 1) {
    if (!isProse(index)) continue;
    let text = texts[index] ?? "";
    let last = index;
    for (let at = openAt(text); at !== undefined; at = openAt(text)) {
      const end = endOf(texts, text, at, last);
      if (end === undefined) break;
      text = end.text;
      last = end.last;
    }
    if (last === index) continue;
    joined.set(index, text);
    for (let other = index + 1; other <= last; other += 1) joined.set(other, "");
    index = last;
  }
  return joined;
}

/** Returns the index of a tag or a comment that does not end on its line. */
function openAt(text: string): number | undefined {
  if (!text.includes("<") && !text.includes("{/*")) return undefined;
  start.lastIndex = 0;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const end = closeOf(text, match.index);
    if (end === undefined) return isInCode(text, match.index) ? undefined : match.index;
    start.lastIndex = end;
  }
  return undefined;
}

function isInCode(text: string, at: number): boolean {
  return (text.slice(0, at).match(/`/g)?.length ?? 0) % 2 === 1;
}

/** Returns the text with the following lines, up to the end of what begins in it. */
function endOf(
  texts: readonly string[],
  text: string,
  at: number,
  last: number,
): { readonly text: string; readonly last: number } | undefined {
  let whole = text.trimEnd();
  for (let next = last + 1; next < texts.length && next <= last + maxLines; next += 1) {
    whole += ` ${(texts[next] ?? "").trim()}`;
    if (closeOf(whole, at) !== undefined) return { text: whole, last: next };
  }
  return undefined;
}

/** Returns the index after the end of a tag or a comment; ignores a `>` in quotation marks or braces. */
function closeOf(text: string, at: number): number | undefined {
  if (text.startsWith("{/*", at)) {
    const end = text.indexOf("*/}", at);
    return end < 0 ? undefined : end + 3;
  }
  let depth = 0;
  let quote = "";
  for (let index = at + 1; index < text.length; index += 1) {
    const character = text[index] as string;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'" || character === "`") {
      const isValue = depth > 0 || text[index - 1] === "=";
      if (isValue) quote = character;
    } else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    else if (character === ">" && depth <= 0) return index + 1;
  }
  return undefined;
}
