/** A part of a text, as a match of a regular expression gives it. */
export interface Found {
  readonly 0: string;
  readonly index: number;
}

/** Divides a text at what was found in it: each becomes the nodes that `become` returns; the text between stays text. */
export function divideText<Match extends Found, Node>(
  value: string,
  found: Iterable<Match>,
  become: (match: Match) => readonly Node[],
): (Node | { type: "text"; value: string })[] {
  const nodes: (Node | { type: "text"; value: string })[] = [];
  let end = 0;
  for (const match of found) {
    if (match.index > end) nodes.push({ type: "text", value: value.slice(end, match.index) });
    nodes.push(...become(match));
    end = match.index + match[0].length;
  }
  if (end < value.length) nodes.push({ type: "text", value: value.slice(end) });
  return nodes;
}
