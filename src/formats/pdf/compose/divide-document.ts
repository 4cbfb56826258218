import type { Root, RootContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { idsIn, nameDestinations } from "./name-destinations.ts";

/**
 * Least number of ids in a part, on some 60 pages of prose. For each page the browser looks at each destination of the
 * document, so that what this takes grows with the square of its length.
 */
const leastIds = 1_000;

/** In the style sheet: each chapter begins on a new page. */
const breaksPages = /\.chapter\s*\+\s*\.chapter\b[^{}]*\{[^{}]*\bbreak-before:\s*page\b/;

/** Chapters that follow each other. */
export interface TextPart {
  readonly html: string;
  readonly ids: readonly string[];
}

/** Serialises a text. A long one is divided between chapters, if they begin on new pages. */
export function divideText(tree: Root, style: string): TextPart[] {
  const parts: { readonly nodes: RootContent[]; readonly ids: string[] }[] = [];
  const mayDivide = breaksPages.test(style);
  let follows = false;
  for (const node of tree.children) {
    const last = parts.at(-1);
    const isNew = !last || (mayDivide && follows && isChapter(node) && last.ids.length >= leastIds);
    const part = isNew ? { nodes: [], ids: [] } : last;
    if (isNew) parts.push(part);
    part.nodes.push(node);
    part.ids.push(...idsIn({ type: "root", children: [node] }));
    if (node.type === "element") follows = isChapter(node);
  }
  return parts.map(({ nodes, ids }) => ({ html: toHtml({ type: "root", children: nodes }), ids }));
}

function isChapter(node: RootContent): boolean {
  const names = node.type === "element" ? node.properties.className : undefined;
  return Array.isArray(names) && names.includes("chapter");
}

/**
 * Returns a document for each part of a text, whose pages together are those of the whole. What is before the text is
 * in the first, what is after it in the last. `idsBefore`: the ids that are before it.
 */
export function divideDocument(content: string, parts: readonly TextPart[], idsBefore: readonly string[]): string[] {
  const text = parts.map(({ html }) => html).join("");
  const start = content.indexOf(text);
  if (start < 0) return [content];
  const [before, after] = [content.slice(0, start), content.slice(start + text.length)];
  const open = openTags(before);
  const body = open.findIndex((tag) => tag.startsWith("<body"));
  const head = before.slice(0, before.lastIndexOf(open[body] ?? ""));
  const closing = open.map((tag) => `</${nameOf(tag)}>`).toReversed();
  const destinationsOf = (ids: readonly string[]): string => toHtml(nameDestinations(ids));
  const all = destinationsOf([...idsBefore, ...parts.flatMap(({ ids }) => ids)]);
  return parts.map(({ html, ids }, index) => {
    const opening = index === 0 ? before : head + open.slice(body).join("");
    const destinations = destinationsOf(index === 0 ? [...idsBefore, ...ids] : ids);
    // What is after the text has the destinations of all, and the browser looks for each on each page.
    const rest = index === parts.length - 1 ? after.replace(all, () => destinations) : destinations + closing.join("");
    return opening + html + rest;
  });
}

/** Returns the tags of the elements that are open at the end of a text. */
function openTags(html: string): string[] {
  const open: string[] = [];
  const tags = html
    .replaceAll(/<style>[^]*?<\/style>/g, "")
    .matchAll(/<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/g);
  for (const [tag, slash, name = ""] of tags) {
    if (slash)
      open.splice(
        Math.max(
          0,
          open.findLastIndex((other) => nameOf(other) === name),
        ),
      );
    else if (!/^(?:br|col|embed|hr|img|input|link|meta|source|track|wbr)$/.test(name)) open.push(tag);
  }
  return open;
}

function nameOf(tag: string): string {
  return /^<([a-z][\w-]*)/.exec(tag)?.[1] ?? "";
}
