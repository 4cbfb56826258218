import type { FootnoteDefinition, PhrasingContent } from "mdast";
import type { TextDirective } from "mdast-util-directive";
import { toString } from "mdast-util-to-string";
import type { Fact, Facts } from "../config/facts-file.ts";
import type { Messages } from "../i18n/messages.ts";
import { writeDay, writeValue } from "../config/write-value.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { citation, sourceContent, sourceKey } from "./fact-source.ts";
import type { Report } from "./report.ts";

/** What a chapter says of the facts that its publication knows. */
export interface FactUses {
  readonly known: Facts;
  /** BCP 47. */
  readonly language: string;
  /** By id. */
  readonly used: Set<string>;
  /** The first fact of each note, by what the note says. */
  readonly noted: Map<string, Fact>;
}

export function useFacts(known: Facts, language: string): FactUses {
  return { known, language, used: new Set(), noted: new Map() };
}

/** How much of a fact `:fact[id]{form}` prints; without a form it is the value and a note with its source. */
const forms = {
  /** Inside a sentence whose end has the note. */
  plain: { value: true, unit: true, note: false },
  /** In a table whose header names the unit. */
  bare: { value: true, unit: false, note: false },
  /** At the end of that sentence. */
  note: { value: false, unit: false, note: true },
};
type Form = keyof typeof forms;

export function printFact(node: TextDirective, uses: FactUses, report: Report): PhrasingContent[] {
  const id = toString(node);
  const fact = uses.known.get(id);
  if (!fact) {
    reportUnknown(id, node, uses, report);
    return [];
  }
  uses.used.add(id);
  const form = formOf(node, report);
  const { value, unit, note } = form ? forms[form] : { value: true, unit: true, note: true };
  const written = writeValue({ ...fact, ...(!unit && { unit: undefined }) }, uses.language);
  // What is said of a citation is said of the fact that brings it.
  const reference = note ? [{ ...referToSource(fact, uses), position: node.position }] : [];
  return [...(value ? [{ type: "text" as const, value: written }] : []), ...reference];
}

function formOf(node: TextDirective, report: Report): Form | undefined {
  const names = Object.keys(node.attributes ?? {});
  const known = names.filter((name): name is Form => Object.hasOwn(forms, name));
  if (known.length !== names.length || known.length > 1) {
    const message = `A fact is printed in one form; "${names.join(" ")}" is none.`;
    report("attributeKnown", node, message, `Known forms: ${Object.keys(forms).join(", ")}.`);
  }
  return known[0];
}

function reportUnknown(id: string, node: TextDirective, { known }: FactUses, report: Report): void {
  const message = id === "" ? 'This ":fact" names no fact.' : `There is no fact "${id}".`;
  const hint = didYouMean(id, [...known.keys()]) ?? 'Facts are in facts.yaml beside the text; ":" as text is "\\:".';
  report("factDefined", node, message, hint);
}

/** What a chart says of facts: they are used, and each of their sources has its note. */
export function noteFacts(ids: readonly string[], uses: FactUses): PhrasingContent[] {
  const facts = ids.flatMap((id) => uses.known.get(id) ?? []);
  for (const { id } of facts) uses.used.add(id);
  return Array.from(Map.groupBy(facts, sourceKey).values()).flatMap(([fact]) =>
    fact ? [referToSource(fact, uses)] : [],
  );
}

/**
 * A citation, where the source is a work of the references; what is not confirmed says so in a note. Else one note for all facts that have the source, the dates
 * and the confidence in common.
 */
function referToSource(fact: Fact, { noted }: FactUses): PhrasingContent {
  const { cite, locator } = fact.source;
  if (cite && fact.confidence !== "unconfirmed") return citation(cite, locator);
  const key = sourceKey(fact);
  const first = noted.get(key) ?? fact;
  noted.set(key, first);
  return { type: "footnoteReference", identifier: noteName(first) };
}

/** No author's footnote can have a name with a blank in it. */
function noteName({ id }: Fact): string {
  return `fact ${id}`;
}

/** The notes that the text refers to. */
export function factNotes({ noted, language }: FactUses, words: Messages): FootnoteDefinition[] {
  return Array.from(noted.values(), (fact) => {
    const sentences = [`${words.facts.confidence[fact.confidence]}.`, writeDates(fact, language, words)];
    const children: PhrasingContent[] = [
      ...sourceContent(fact.source),
      { type: "text", value: ` ${sentences.join(" ")}` },
    ];
    return { type: "footnoteDefinition", identifier: noteName(fact), children: [{ type: "paragraph", children }] };
  });
}

function writeDates({ checked, recheck }: Fact, language: string, words: Messages): string {
  const again = recheck === undefined ? "" : `, ${words.checkAgain} ${writeDay(recheck, language)}`;
  return `${words.checked} ${writeDay(checked, language)}${again}.`;
}
