import type { CitationLibrary } from "../../config/references/read-references.ts";
import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { visit } from "../../model/visit.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { BackMatter } from "../../model/publication.ts";
import { type EditionPublication, idsOf, treeOf } from "../edition/edition-chapter.ts";
import { writeSourceCheck } from "../source-checks.ts";
import { takeId } from "../free-id.ts";
import { isRaised } from "../edition/separate-marks.ts";
import { isElement, setData } from "../hast.ts";
import { linkAddresses } from "./link-addresses.ts";
import { hasMark, linkCites, type LinkTo, markNumbers, unmark } from "./link-cites.ts";
import { type Processed, processCitations } from "./process.ts";
import { referenceList } from "./reference-list.ts";
import type { FoundCitation } from "./resolve-citations.ts";
import { safeHtml } from "./safe-html.ts";
import { takeEmptySection } from "./take-empty-section.ts";
import { styleFault } from "./style-fault.ts";
import { isNumeric, writesNotes } from "./style-kind.ts";

interface Placeholder {
  readonly element: Element;
  readonly citation: FoundCitation;
}

/**
 * Replaces the citation placeholders of all chapters, in the order of the text and its notes, by citations in the
 * selected style, each cite a link, and adds the list of references.
 */
export function citePublication(edition: EditionPublication): void {
  const { chapters, backMatter, diagnostics } = edition;
  const library = edition.whole.citations;
  if (!library) return;
  if (!writesNotes(library.style)) for (const chapter of chapters) joinNeighbours(treeOf(chapter));
  const placeholders = chapters.flatMap((chapter) => findPlaceholders(treeOf(chapter)));
  diagnostics.push(...unusedWorks(placeholders, library));
  if (placeholders.length === 0) return;
  try {
    const processed = processCitations(
      placeholders.map(({ citation }) => citation),
      library,
      edition.whole.metadata.language,
    );
    const list = fill(placeholders, processed, edition, library);
    // Raised numbers of notes and works have separate counts, so those of works get brackets: 1 is a note, [1] a work.
    if (chapters.some(({ notes }) => notes)) for (const { element } of placeholders) bracketRaised(element);
    if (processed.entries.length > 0) backMatter.push(list);
  } catch (error) {
    const location = { file: library.style.shown, position: { start: { line: 1, column: 1 } } };
    const message = `The citation style fails: ${styleFault(error)}.`;
    diagnostics.push(diagnostic("citationStyle", message, "Correct it or choose another one.", location));
    for (const { element, citation } of placeholders) {
      element.children = [{ type: "text", value: `[${citation.cites.map(({ key }) => `@${key}`).join("; ")}]` }];
    }
  }
}

/** Merges adjacent citations, which the style then sorts, abbreviates to ranges and separates. */
function joinNeighbours(tree: Root): void {
  visit(tree, (node) => {
    if (node.type !== "element" && node.type !== "root") return;
    let last: Element | undefined;
    node.children = (node.children as ElementContent[]).filter((child) => {
      const citation = isElement(child) ? child.data?.citation : undefined;
      const before = last?.data?.citation;
      const isJoined = citation?.kind === "brackets" && before?.kind === "brackets";
      if (isJoined && last) setData(last, { citation: { ...before, cites: joinCites(before.cites, citation.cites) } });
      else last = citation && isElement(child) ? child : undefined;
      return !isJoined;
    });
  });
}

/** Merges cites, without repeating a work cited in the same words. */
function joinCites(before: FoundCitation["cites"], more: FoundCitation["cites"]): FoundCitation["cites"] {
  const seen = new Set(before.map((citation) => JSON.stringify(citation)));
  return [...before, ...more.filter((citation) => !seen.has(JSON.stringify(citation)))];
}

function bracketRaised(element: Element): void {
  // The number may stand behind the names of authors.
  if (!isRaised({ ...element, children: element.children.filter(({ type }) => type !== "text") })) return;
  for (const raised of element.children) {
    if (!isElement(raised)) continue;
    raised.children = [{ type: "text", value: "[" }, ...raised.children, { type: "text", value: "]" }];
  }
}

function fill(
  placeholders: readonly Placeholder[],
  processed: Processed,
  { chapters, words, whole: { metadata, sourceChecks } }: EditionPublication,
  library: CitationLibrary,
): BackMatter {
  const taken = idsOf(chapters);
  const works = new Map(
    processed.entries.map(({ key }) => [key, { id: takeId(`ref.${safe(key)}`, taken), citedAt: new Array<string>() }]),
  );
  const cite: LinkTo = (key, children) => {
    const work = works.get(key);
    if (!work) return h("span", {}, ...children);
    const id = takeId(`cite.${safe(key)}`, taken);
    work.citedAt.push(id);
    return h("a", { id, href: `#${work.id}`, role: "doc-biblioref" }, ...children);
  };
  for (const [index, { element, citation }] of placeholders.entries()) {
    element.properties = { className: ["citation"] };
    if (citation.kind === "brackets") setData(element, { parenthetical: true });
    const linked = new Set<string>();
    const shown = show(processed.citations[index] ?? "", citation, processed, library, (key, children) => {
      linked.add(key);
      return cite(key, children);
    });
    element.children = linkAddresses(shown);
    // In "1–3" the second work has no number of its own.
    const unlinked = citation.cites.filter(({ key }) => !linked.has(key) && citation.authorOnly !== true);
    if (unlinked.length > 0) element.properties.id = takeId(`cite.${safe(unlinked[0]?.key ?? "")}`, taken);
    for (const { key } of unlinked) works.get(key)?.citedAt.push(String(element.properties.id));
  }
  const checks = new Map(
    Array.from(sourceChecks ?? [], ([key, check]) => [key, writeSourceCheck(check, metadata, words)]),
  );
  const own = takeEmptySection(chapters);
  const id = own?.id ?? takeId("references", taken);
  return referenceList(processed, works, { words, id, title: own?.title, checks });
}

/** Shows a citation. In notes, whole references would become links; there only the first words of each are linked. */
function show(
  html: string,
  { cites }: FoundCitation,
  { numbers }: Processed,
  { style }: CitationLibrary,
  cite: LinkTo,
): ElementContent[] {
  const nodes = safeHtml(html);
  const unmarked = cites.filter(({ key }) => !hasMark(nodes, key));
  const keys = new Map(unmarked.map(({ key }) => [String(numbers.get(key)), key]));
  const marked = isNumeric(style) ? markNumbers(nodes, keys) : nodes;
  if (!writesNotes(style)) return linkCites(marked, cite);
  const linked = new Set<string>();
  return marked.flatMap((node) => {
    const key = node.type === "element" ? String(node.properties["dataCite"] ?? "") : "";
    if (key === "" || linked.has(key)) return unmark(node);
    linked.add(key);
    return [cite(key, unmark(node))];
  });
}

function findPlaceholders(tree: Root): Placeholder[] {
  const placeholders: Placeholder[] = [];
  visit(tree, "element", (element: Element) => {
    const citation = element.data?.citation;
    if (citation) placeholders.push({ element, citation });
  });
  return placeholders;
}

function unusedWorks(placeholders: readonly Placeholder[], { references, ofBook }: CitationLibrary): Diagnostic[] {
  const cited = new Set(placeholders.flatMap(({ citation }) => citation.cites.map(({ key }) => key)));
  return [...references]
    .filter(([key, { location }]) => !cited.has(key) && ofBook?.has(location.file ?? "") !== true)
    .map(([key, { location }]) =>
      diagnostic(
        "referenceUsed",
        `The work "${key}" is never cited, so it is not listed.`,
        "Cite it or remove it.",
        location,
      ),
    );
}

/** Returns a valid end of an XML name, for every format (https://www.w3.org/TR/xml-names/#NT-NCName). */
function safe(key: string): string {
  return key.replaceAll(/[^\p{L}\p{N}\p{M}_-]+/gu, "-");
}
