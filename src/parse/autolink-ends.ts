import type { Link, PhrasingContent, Root, Text } from "mdast";
import { SKIP, visit } from "../model/visit.ts";

/** Full-width punctuation and a word joiner, which end a bare address as a space does. */
export const endsAddress =
  /[\u2060\u3000-\u3003\u3008-\u3011\u3014-\u301F\u30FB\uFF01\uFF08\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF3B\uFF3D\uFF5B\uFF5D-\uFF65\u2014“”‘’„…]/u;

/** Punctuation of other scripts at the end of a bare address; GFM only excludes ASCII punctuation. */
const trailing = /(?<![،؛؟۔।॥։።။៖។»›«‹])[،؛؟۔।॥։።။៖។»›«‹]+[.,;:!?)]*$/u;

/**
 * A host name followed by letters of another script, which belong to the text: https://example.com에서. In `\P{ASCII}`
 * without regard to case are “k” and “s” (of U+212A and U+017F), not in `[^\p{ASCII}]`.
 */
const host = /^(?:https?:\/\/|www\.)(?:[\w-]+\.)+[a-z]{2,}(?=[^\p{ASCII}])(?![^\p{ASCII}]+[.-][a-z])/iu;

const address =
  /(?:https?:\/\/|www\.)[^\s<\u2060\u3000-\u3003\u3008-\u3011\u3014-\u301F\uFF08\uFF09\uFF0C\uFF1B“”‘’]+/giu;

/** Shortens bare addresses (GFM's autolink literals) that contain full-width punctuation. */
export function endAutolinks(tree: Root, source: string): void {
  visit(tree, "link", (node, index, parent) => {
    const [text] = node.children;
    if (index === undefined || !parent || node.children.length !== 1 || text?.type !== "text") return undefined;
    if (stopIn(text.value) === text.value.length || !isBare(node, text, source)) return undefined;
    const pieces = split(text);
    parent.children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

/** Reports whether an address has no brackets around it. An address detected in text has no position. */
function isBare(node: Link, text: Text, source: string): boolean {
  if (!node.position) return true;
  const from = node.position.start.offset ?? 0;
  return /^(?:https?:\/\/|www\.)/i.test(text.value) && source.startsWith(text.value.slice(0, 4), from);
}

function split(text: Text): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let behind = 0;
  for (const match of text.value.matchAll(address)) {
    const visible = match[0].slice(0, stopIn(match[0]));
    pieces.push(...plain(text, behind, match.index), bareLink(text, visible, match.index));
    behind = match.index + visible.length;
  }
  return [...pieces, ...plain(text, behind, text.value.length)];
}

/** Returns where a bare address ends within the detected text. */
function stopIn(text: string): number {
  return host.exec(text)?.[0].length ?? (endsAddress.exec(text) ?? trailing.exec(text))?.index ?? text.length;
}

function bareLink(text: Text, visible: string, start: number): Link {
  const url = visible.toLowerCase().startsWith("www.") ? `http://${visible}` : visible;
  const children = plain(text, start, start + visible.length);
  return { type: "link", url, title: null, children, ...placed(text, start, start + visible.length) };
}

function plain(text: Text, start: number, stop: number): Text[] {
  if (stop <= start) return [];
  return [{ type: "text", value: text.value.slice(start, stop), ...placed(text, start, stop) }];
}

/** Returns the position of a part of the text; a bare address is on one line, without escapes. */
function placed({ position }: Text, start: number, stop: number): Pick<Text, "position"> {
  if (!position) return {};
  const at = (distance: number) => ({
    line: position.start.line,
    column: position.start.column + distance,
    offset: (position.start.offset ?? 0) + distance,
  });
  return { position: { start: at(start), end: at(stop) } };
}
