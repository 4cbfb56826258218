import { decodeAddress } from "../../model/address.ts";
import type { Element, ElementContent, Root as HastRoot } from "hast";
import { defaultHandlers, type Handle, toMdast } from "hast-util-to-mdast";
import type { Heading, Nodes as MdastNodes, Root, RootContent } from "mdast";
import { visit } from "../../model/visit.ts";
import { slug as toSlug } from "github-slugger";
import { messagesFor } from "../../i18n/messages.ts";
import type { Publication } from "../../model/publication.ts";
import { textOf } from "../../model/text-of.ts";
import { assemble } from "../assemble.ts";
import { openDetails } from "../open-details.ts";
import type { TemplateChoices } from "../options.ts";
import { metadataView } from "../view.ts";
import { plainElements } from "./plain-elements.ts";
import { type PlainNote, takeNotes } from "./take-notes.ts";

/** A publication as a CommonMark and GFM tree: everything in it is text, numbered and resolved. */
export interface FinishedMarkdown {
  readonly tree: Root;
  /** All its words in order, to compare the output with. */
  readonly words: readonly string[];
}

/** Builds the tree; images become alternative texts, formulas lines of plain text. */
export function finishedMarkdown(publication: Publication, options: TemplateChoices): FinishedMarkdown {
  const body = assemble(publication);
  openDetails(body);
  plainElements(body, messagesFor(publication.metadata.language));
  const notes = takeNotes(body);
  keepReachable(body);
  const head = headOf(publication, options);
  const content = [...head, ...toMarkdown(body.children as ElementContent[]), ...notes.map(toDefinition)];
  const tree: Root = { type: "root", children: content };
  return {
    tree,
    words: wordsOf([body, ...notes.map(({ content: children }): HastRoot => ({ type: "root", children }))]),
  };
}

/** Returns title, subtitle, authors and dates, with which every edition begins. */
function headOf({ metadata }: Publication, options: TemplateChoices): RootContent[] {
  const { words, published, updated, checked, subtitle, byline } = metadataView(
    metadata,
    options,
    messagesFor(metadata.language),
  );
  const dates = [
    published && `${words.published} ${published.text}`,
    updated && `${words.updated} ${updated.text}`,
    checked && `${words.checked} ${checked.text}`,
  ].filter((date) => typeof date === "string");
  const lines = [subtitle, byline, dates.length > 0 ? dates.join(" · ") : null].filter((line) => line !== null);
  const title: Heading = { type: "heading", depth: 1, children: [{ type: "text", value: metadata.title }] };
  return [title, ...lines.map((value): RootContent => ({ type: "paragraph", children: [{ type: "text", value }] }))];
}

/** A link within the text leads to a heading, by GitHub's id for it, or becomes plain text. */
function keepReachable(tree: HastRoot): void {
  const addresses = new Map<string, string>();
  const taken = new Map<string, number>();
  visit(tree, "element", (node: Element) => {
    if (!/^h[1-6]$/.test(node.tagName)) return;
    const slug = toSlug(textOf(node));
    const count = taken.get(slug) ?? 0;
    taken.set(slug, count + 1);
    const { id } = node.properties;
    if (id !== undefined) addresses.set(String(id), count === 0 ? slug : `${slug}-${count}`);
  });
  visit(tree, "element", (node: Element) => {
    const { href } = node.properties;
    if (node.tagName !== "a" || typeof href !== "string" || !href.startsWith("#")) return;
    const address = addresses.get(decodeAddress(href.slice(1)));
    if (address === undefined) node.tagName = "span";
    else node.properties["href"] = `#${address}`;
  });
}

const noteReference: Handle = (_state, node: Element) => {
  const label = String(node.properties["dataLabel"]);
  return { type: "footnoteReference", identifier: label, label };
};

const quotation: Handle = (state, node: Element) => defaultHandlers.blockquote(state, node);

function toMarkdown(children: readonly ElementContent[]): RootContent[] {
  const handlers = { "note-reference": noteReference, aside: quotation };
  const root: HastRoot = { type: "root", children: [...children] };
  const made = toMdast(root, { document: true, handlers });
  tighten(made);
  return made.type === "root" ? made.children : [made];
}

/** Makes lists tight; a list is loose if an item has several blocks, not counting nested lists. */
function tighten(tree: MdastNodes): void {
  visit(tree, "listItem", (item) => {
    item.spread = item.children.filter(({ type }) => type !== "list").length > 1;
  });
  visit(tree, "list", (list) => {
    list.spread = list.children.some(({ spread }) => spread === true);
  });
}

function toDefinition({ label, content }: PlainNote): RootContent {
  return {
    type: "footnoteDefinition",
    identifier: label,
    label,
    children: toMarkdown(content) as Extract<RootContent, { type: "footnoteDefinition" }>["children"],
  };
}

function wordsOf(trees: readonly HastRoot[]): string[] {
  const words: string[] = [];
  for (const tree of trees) {
    visit(tree, (node) => {
      if (node.type === "element" && node.tagName === "note-reference") return "skip";
      if (node.type === "text") words.push(...node.value.split(/\s+/).filter((word) => word !== ""));
      return undefined;
    });
  }
  return words;
}
