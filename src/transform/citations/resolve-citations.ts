import type {
  FootnoteDefinition,
  FootnoteReference,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  Text,
} from "mdast";
import { SKIP, visit } from "../../model/visit.ts";
import type { CitationLibrary } from "../../config/references/read-references.ts";
import type { CitationStyle } from "../../model/citation-style.ts";
import { didYouMean, nearest } from "../../diagnostics/nearest.ts";
import type { Report } from "../../diagnostics/report.ts";
import { type Cluster, parseCitation } from "./parse-citation.ts";
import { standsAfterPunctuation, writesNotes } from "./style-kind.ts";

/** A citation in the order of the text. */
export interface FoundCitation extends Cluster {
  /** Only the author's name, because the rest is in a note. */
  readonly authorOnly?: boolean;
}

/** Data for resolving citations. */
interface Known {
  readonly library: CitationLibrary | undefined;
  readonly report: Report;
}

/** Input of `resolveCitations` that is constant in an article. */
interface Resolving extends Known {
  readonly found: FoundCitation[];
}

/**
 * Turns citations of unknown works back into text: `@name` where no key is similar, and `@name` in a link, which names a
 * person.
 */
export function releaseCitations(tree: Root, known: Known): void {
  visit(tree, ["link", "linkReference"], (node) => release(node as Parents, (value) => !value.startsWith("[")));
  setUnknownApart(tree, known);
  release(tree, (value, node) => !isKnown(value, node, known));
}

/**
 * Replaces citations of known works, including those generated for facts, by placeholders: `span`s with their number in
 * `found`, for the citation processor, which needs all chapters.
 */
export function resolveCitations(tree: Root, resolving: Resolving): void {
  releaseCitations(tree, resolving);
  const { library } = resolving;
  if (!library) return;
  const notes: FootnoteDefinition[] = [];
  visit(tree, "footnoteDefinition", (definition) => placeInNote(definition, library.style, resolving));
  visit(tree, "citation", (node, index, parent) => {
    if (node.data || !parent || index === undefined) return undefined;
    if (standsAfterPunctuation(library.style)) setAfterPunctuation(parent, index, parseCitation(node.value));
    if (!writesNotes(library.style)) {
      place(node, resolving);
      return undefined;
    }
    const pieces = inNote(node, resolving, notes);
    (parent as Paragraph).children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
  tree.children.push(...notes);
}

type CitationNode = Extract<Nodes, { type: "citation" }>;

function place(node: CitationNode, { found }: Resolving, more: Partial<FoundCitation> = {}): CitationNode {
  if (node.data) return node;
  node.data = { hName: "span", hProperties: { dataCitation: String(found.length) } };
  found.push({ ...parseCitation(node.value), ...more });
  return node;
}

/** Resolves citations in a note, where no further notes are added; a note style ends each with its own full stop. */
function placeInNote(note: FootnoteDefinition, style: CitationStyle, resolving: Resolving): void {
  visit(note as Parents, "citation", (node, index, parent) => {
    if (node.data || !parent || index === undefined) return;
    const after = parent.children[index + 1];
    if (writesNotes(style) && after?.type === "text") after.value = after.value.replace(/^\./, "");
    else if (standsAfterPunctuation(style)) setAfterPunctuation(parent, index, parseCitation(node.value));
    place(node, resolving, writesNotes(style) ? { kind: "brackets" } : {});
  });
}

/** Returns a footnote for a citation in a note style, after the author's name if the citation is in the text. */
function inNote(node: CitationNode, resolving: Resolving, notes: FootnoteDefinition[]): PhrasingContent[] {
  const isNarrative = parseCitation(node.value).kind === "narrative";
  const before = isNarrative ? [place({ ...node }, resolving, { authorOnly: true })] : [];
  const identifier = `offprint-citation-${resolving.found.length}`;
  const at = node.position && { position: node.position };
  const content = place({ ...node }, resolving, { kind: "brackets" });
  notes.push({ type: "footnoteDefinition", identifier, children: [{ type: "paragraph", children: [content] }], ...at });
  const reference: FootnoteReference = { type: "footnoteReference", identifier, ...at };
  return [...before, reference];
}

function isKnown(value: string, node: CitationNode, { library, report }: Known): boolean {
  const { kind, cites } = parseCitation(value);
  const keys = [...(library?.references.keys() ?? [])];
  const unknown = cites.filter(({ key }) => !library?.references.has(key));
  for (const { key } of node.ofFact ? [] : unknown) {
    const isMeant = kind === "brackets";
    if (!library && isMeant && cites.every(({ prefix }) => prefix === "")) {
      const hint = "Put references.yaml, references.json or references.bib beside the article.";
      report("citationKnown", node, `"@${key}" cites a work, but there is no file of references.`, hint);
    } else if ((library && isMeant) || nearest(key, keys) !== undefined) {
      const hint = didYouMean(key, keys) ?? `Add a work with the key ${key} to the references.`;
      report("citationKnown", node, `There is no work with the key "${key}".`, hint);
    }
  }
  return unknown.length === 0;
}

/** Separates unknown works from known ones in the same brackets; they follow as text. */
function setUnknownApart(tree: Root, known: Known): void {
  visit(tree, "citation", (node, index, parent) => {
    const { kind, cites } = parseCitation(node.value);
    const isThere = cites.map(({ key }) => known.library?.references.has(key) === true);
    if (node.data || node.ofFact || !parent || index === undefined || kind !== "brackets") return undefined;
    if (isThere.every(Boolean) || !isThere.some(Boolean)) return undefined;
    isKnown(node.value, node, known);
    const parts = node.value.slice(1, -1).split(";");
    const write = (there: boolean): string =>
      `[${parts
        .filter((_, at) => isThere[at] === there)
        .join(";")
        .trim()}]`;
    const rest: Text = { type: "text", value: ` ${write(false)}`, ...(node.position && { position: node.position }) };
    node.value = write(true);
    parent.children.splice(index + 1, 0, rest);
    return [SKIP, index + 2];
  });
}

/** Turns citations in part of a tree back into text, merged with adjacent text. */
function release(tree: Parents, isFree: (value: string, node: CitationNode) => boolean): void {
  visit(tree, (parent) => {
    if (!("children" in parent) || !parent.children.some(({ type }) => type === "citation")) return;
    const children: Nodes[] = [];
    let wasFreed = false;
    for (const child of parent.children) {
      const isFreed = child.type === "citation" && !child.data && isFree(child.value, child);
      const last = children.at(-1);
      if (isFreed || (wasFreed && child.type === "text")) {
        const isJoined = last?.type === "text";
        children.splice(isJoined ? -1 : children.length, 1, joinText(isJoined ? last : undefined, child));
      } else children.push(child);
      wasFreed = isFreed;
    }
    parent.children = children as typeof parent.children;
  });
}

function joinText(first: Text | undefined, second: Text | CitationNode): Text {
  const start = (first ?? second).position?.start;
  const end = second.position?.end;
  const value = (first?.value ?? "") + second.value;
  return { type: "text", value, ...(start && end && { position: { start, end } }) };
}

/** Changes "text [@a]." to "text.[@a]": a raised number follows full stops and commas, without a space. */
function setAfterPunctuation(parent: Parents, index: number, { kind }: Cluster): void {
  if (kind === "narrative") return;
  const before = parent.children[index - 1];
  const after = parent.children[index + 1];
  if (before?.type !== "text") return;
  before.value = before.value.trimEnd();
  const [marks = ""] = after?.type === "text" ? (/^[.,]/.exec(after.value) ?? []) : [];
  if (after?.type !== "text" || marks === "" || /[.,]$/.test(before.value)) return;
  before.value += marks;
  after.value = after.value.slice(marks.length);
}
