import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import type { Glossary, GlossaryTerm } from "../config/glossary-file.ts";
import { divideText } from "../model/divide-text.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { classesOf } from "./hast.ts";
import { takeId } from "./free-id.ts";
import { toId } from "./ids.ts";
import { smartenText } from "./punctuation.ts";
import { inOneLine, matchWords, wholeWords } from "./whole-words.ts";

/** A glossary and its ids, which are the same in every edition. */
export interface PlannedGlossary {
  readonly glossary: Glossary;
  /** Id of the glossary at the end. */
  readonly id: string;
  readonly termIds: ReadonlyMap<GlossaryTerm, string>;
}

/** A glossary while chapters are processed in order. */
export interface GlossaryUses extends PlannedGlossary {
  readonly termsByForm: ReadonlyMap<string, GlossaryTerm>;
  readonly anyForm: RegExp;
  readonly used: Set<GlossaryTerm>;
  /** Terms that the text has already spelled out. */
  readonly spelledOut: Set<GlossaryTerm>;
}

/** Assigns ids; undefined where no term has a form. `takenIds`: ids that the glossary cannot use. */
export function planGlossary(glossary: Glossary, takenIds: Iterable<string>): PlannedGlossary | undefined {
  if (glossary.terms.every(({ forms }) => forms.size === 0)) return undefined;
  const taken = new Set(takenIds);
  const id = takeId("glossary", taken);
  const termIds = new Map(glossary.terms.map((term) => [term, takeId(`${id}.${toId(term.term)}`, taken)]));
  return { glossary, id, termIds };
}

export function openGlossary(planned: PlannedGlossary): GlossaryUses {
  const { terms } = planned.glossary;
  const termsByForm = new Map(terms.flatMap((term) => [...term.forms.keys()].map((form) => [form, term])));
  const anyForm = wholeWords([...termsByForm.keys()]);
  return { ...planned, termsByForm, anyForm, used: new Set(), spelledOut: new Set() };
}

const untouched = new Set(["abbr", "code", "dfn", "dt", "kbd", "math", "pre", "samp", "svg"]);

/** Elements that name something, in which nothing is inserted or linked. */
const naming = new Set(["a", "caption", "figcaption", "h2", "h3", "h4", "h5", "h6", "label", "summary", "td", "th"]);

/**
 * Marks abbreviations as `abbr` elements, links the first use of a term in the body text of a chapter to the glossary,
 * and adds the expansion after the first use of an abbreviation in the publication. `trees`: those of one chapter.
 */
export function markTerms(trees: readonly (Root | Element)[], uses: GlossaryUses): void {
  const linked = new Set<GlossaryTerm>();
  for (const tree of trees) markIn(tree, uses, linked, false);
}

function markIn(parent: Root | Element, uses: GlossaryUses, linked: Set<GlossaryTerm>, inName: boolean): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === "text") return markText(child.value, uses, linked, inName);
    if (child.type !== "element" || untouched.has(child.tagName)) return [child];
    const isName = inName || naming.has(child.tagName) || classesOf(child).includes("callout-title");
    markIn(child, uses, linked, isName);
    return [child];
  });
}

function markText(value: string, uses: GlossaryUses, linked: Set<GlossaryTerm>, inName: boolean): ElementContent[] {
  const found = Array.from(matchWords(value, uses.anyForm)).filter(([written]) =>
    uses.termsByForm.has(inOneLine(written)),
  );
  return divideText(value, found, ({ 0: written, index }): ElementContent[] => {
    const form = inOneLine(written);
    const term = uses.termsByForm.get(form);
    if (!term) return [];
    uses.used.add(term);
    const expansion = term.forms.get(form);
    const word: ElementContent =
      expansion === undefined ? { type: "text", value: form } : h("abbr", { title: smarten(expansion, uses) }, form);
    const isLink = !inName && !linked.has(term);
    if (isLink) linked.add(term);
    const shown = isLink ? toLink(word, term, uses) : word;
    if (inName || expansion === undefined || uses.spelledOut.has(term)) return [shown];
    uses.spelledOut.add(term);
    if (isSpelledOut(value, index, index + written.length, expansion)) return [shown];
    return [shown, { type: "text", value: ` (${smarten(expansion, uses)})` }];
  });
}

function smarten(value: string, { glossary }: GlossaryUses): string {
  return smartenText(value, glossary.language);
}

/** Creates a glossary link with its DPUB-ARIA 1.1 role. */
function toLink(word: ElementContent, term: GlossaryTerm, { termIds }: GlossaryUses): Element {
  return h("a", { href: `#${termIds.get(term) ?? ""}`, role: "doc-glossref", className: ["term"] }, word);
}

/** Reports whether the author wrote "expansion (ABBR)" or "ABBR (expansion)". */
function isSpelledOut(value: string, start: number, end: number, expansion: string): boolean {
  const plain = (words: string): string => inOneLine(words.toLowerCase().replaceAll("’", "'"));
  const words = plain(expansion);
  return plain(value.slice(0, start)).endsWith(`${words} (`) || plain(value.slice(end)).startsWith(` (${words}`);
}

export function unusedTerms({ glossary, used }: GlossaryUses): Diagnostic[] {
  const unused = glossary.terms.filter((term) => !used.has(term));
  return unused.map(({ term, file, position }) => {
    const message = `The text never uses the term "${term}", so the glossary at its end leaves it out.`;
    const hint = "Remove it, or add the forms that the text uses.";
    return diagnostic("glossaryTermUsed", message, hint, { file, position });
  });
}
