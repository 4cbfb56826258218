import type { Node, Parents, Root } from "hast";
import { visit } from "../model/visit.ts";
import type { Report } from "../diagnostics/report.ts";
import { limits } from "../model/limits.ts";

interface RawNode extends Node {
  type: "raw";
  value: string;
}

interface Tag {
  readonly name: string;
  readonly node: RawNode;
  readonly parent: Parents;
  readonly start: number;
  readonly end: number;
}

const anyTag = /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi;

/** Elements without an end tag, or with an optional one (HTML, 13.1.2.4). */
const unclosing = new Set(
  `area base br col embed hr img input link meta param source track wbr html head body p li dt dd tr td th thead tbody tfoot
  colgroup caption option optgroup rb rt rtc rp`.split(/\s+/),
);

/** Inline elements: if unclosed, the HTML parser reopens them in each following block. */
const inline = new Set(
  `a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup tt u
  var`.split(/\s+/),
);

/** Blocks that hold phrases only: if unclosed, the parser takes the blocks that follow into them. */
const ofPhrases = new Set("h1 h2 h3 h4 h5 h6 legend summary".split(" "));

/** Elements that, if unclosed, make the parser or sanitiser drop or reformat all that follows. */
const swallowing = new Set(
  "applet button frameset frame math meter noframes object progress select svg table template video audio canvas".split(
    " ",
  ),
);

/** Elements of other vocabularies. What the HTML parser reads in them can hide everything behind their end. */
const foreign = new Set(["math", "svg"]);

/**
 * Handles unclosed tags of raw HTML: inline elements and headings end with their parent, those that would swallow the rest of the
 * article are removed, others are left to the parser. Reports each.
 */
export function closeRaw(tree: Root, report: Report): void {
  const open = new Map<string, Tag[]>();
  let depth = 0;
  const inlineDepth = new Map<Node, number>();
  const seen: RawNode[] = [];
  visit(tree, "raw", (node: RawNode, _, parent) => {
    if (!parent) return;
    seen.push(node);
    // Where an unclosed inline element ends.
    const block = parent.type === "root" ? node : parent;
    for (const found of node.value.matchAll(anyTag)) {
      const [whole, slash, written = "", attributes = ""] = found;
      const name = written.toLowerCase();
      if (name === "" || unclosing.has(name) || (attributes.endsWith("/") && !inline.has(name))) continue;
      const stack = open.get(name) ?? [];
      open.set(name, stack);
      const tag = { name, node, parent, start: found.index, end: found.index + whole.length };
      const within = inlineDepth.get(block) ?? 0;
      if (slash === "/") {
        const start = stack.pop();
        if (!start) continue;
        if (foreign.has(name) && goesOver(start, tag)) removeMarkup(seen, start, tag, report);
      } else if (depth + within > limits.elementDepth) {
        // What follows is recursive. One element more than allowed stays, and is reported in the parsed tree.
        takeOut(tag);
        continue;
      } else stack.push(tag);
      const change = slash === "/" ? -1 : 1;
      if (inline.has(name)) inlineDepth.set(block, within + change);
      else depth += change;
    }
  });
  for (const tag of [...open.values()].flat().toReversed()) {
    const isSwallowing = swallowing.has(tag.name);
    const isShort = inline.has(tag.name) || ofPhrases.has(tag.name);
    if (isSwallowing) takeOut(tag);
    else if (isShort) close(tag);
    const done = isSwallowing ? "it is left out" : isShort ? "it ends with its paragraph" : "it ends with the article";
    report(
      "htmlClosed",
      tag.node,
      `The HTML element <${tag.name}> is never closed; ${done}.`,
      `Close it with </${tag.name}>.`,
    );
  }
}

/** Reports whether there is Markdown of the author's between two tags: other blocks than their own. */
function goesOver(start: Tag, end: Tag): boolean {
  return start.node !== end.node && (start.parent !== end.parent || start.parent.type === "root");
}

/** Removes all markup from one tag to another; paragraphs between them are the article's. */
function removeMarkup(seen: readonly RawNode[], start: Tag, end: Tag, report: Report): void {
  for (const node of seen.slice(seen.indexOf(start.node))) {
    const from = node === start.node ? start.start : 0;
    const to = node === end.node ? end.end : node.value.length;
    node.value = node.value.slice(0, from) + " ".repeat(to - from) + node.value.slice(to);
  }
  const message = `The HTML element <${start.name}> goes over empty lines: it is left out, and the Markdown in it is kept.`;
  report("htmlSupported", start.node, message, "Leave no empty line in a drawing or formula.");
}

/** Replaces a tag by spaces, to keep the offsets of other tags. */
function takeOut({ node, start, end }: Tag): void {
  node.value = node.value.slice(0, start) + " ".repeat(end - start) + node.value.slice(end);
}

function close({ name, node, parent }: Tag): void {
  const closing = `</${name}>`;
  // A paragraph has content after the tag; an HTML block is complete in itself.
  if (parent.type === "root" || !parent.children.some((child) => child.type === "text")) node.value += closing;
  else parent.children.push({ type: "raw", value: closing } as never);
}
