import type { FootnoteDefinition, PhrasingContent } from "mdast";
import type { Fact, Facts } from "../config/facts-file.ts";
import type { Messages } from "../i18n/messages.ts";
import type { FactPrinter } from "../directives/directive.ts";
import { writeDay, writeValue } from "../config/write-value.ts";
import { citation, sourceContent, sourceKey } from "./fact-source.ts";

/** What a chapter says of the facts that its publication knows. */
export interface FactUses extends FactPrinter {
  /** BCP 47. */
  readonly language: string;
  /** By id. */
  readonly used: Set<string>;
  /** The first fact of each note, by what the note says. */
  readonly noted: Map<string, Fact>;
}

export function useFacts(known: Facts, language: string): FactUses {
  const uses: FactUses = {
    known,
    language,
    used: new Set(),
    noted: new Map(),
    print(fact, { value, unit, note }) {
      uses.used.add(fact.id);
      const written = writeValue({ ...fact, ...(!unit && { unit: undefined }) }, language);
      return [
        ...(value ? [{ type: "text" as const, value: written }] : []),
        ...(note ? [referToSource(fact, uses)] : []),
      ];
    },
  };
  return uses;
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
