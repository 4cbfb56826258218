import type { FootnoteDefinition, Node, PhrasingContent } from "mdast";
import type { Fact, Facts } from "../config/facts-file.ts";
import { commaOf } from "../i18n/join.ts";
import type { Messages } from "../i18n/messages.ts";
import type { FactPrinter } from "../directives/directive.ts";
import { writeDay, writeValue } from "../config/write-value.ts";
import { citation, sourceContent, sourceKey } from "./fact-source.ts";

/** A place where a text states the value of a fact. */
export interface FactPlace {
  readonly id: string;
  /** Offset in the text of the chapter. */
  readonly offset: number;
}

/** Facts of a publication and their use in a chapter. */
export interface FactUses extends FactPrinter {
  /** BCP 47. */
  readonly language: string;
  /** Ids of the facts used. */
  readonly used: Set<string>;
  /** In no particular order; without those whose position in the text is unknown. */
  readonly places: FactPlace[];
  /** First fact of each note, by the note's content. */
  readonly noted: Map<string, Fact>;
}

export function useFacts(known: Facts, language: string): FactUses {
  const uses: FactUses = {
    known,
    language,
    used: new Set(),
    places: [],
    noted: new Map(),
    print(fact, { value, unit, note }, place) {
      uses.used.add(fact.id);
      if (value) uses.places.push(...placeAt(place, fact));
      const written = writeValue({ ...fact, ...(!unit && { unit: undefined }) }, language);
      return [
        ...(value ? [{ type: "text" as const, value: written }] : []),
        ...(note ? [referToSource(fact, uses)] : []),
      ];
    },
  };
  return uses;
}

function placeAt({ position }: Node, { id }: Fact): FactPlace[] {
  const offset = position?.start.offset;
  return offset === undefined ? [] : [{ id, offset }];
}

/** Marks the facts of a chart as used, and returns references to the notes on their sources. */
export function noteFacts(ids: readonly string[], uses: FactUses, chart: Node): PhrasingContent[] {
  const facts = ids.flatMap((id) => uses.known.get(id) ?? []);
  for (const { id } of facts) uses.used.add(id);
  uses.places.push(...facts.flatMap((fact) => placeAt(chart, fact)));
  return Array.from(Map.groupBy(facts, sourceKey).values()).flatMap(([fact]) =>
    fact ? [referToSource(fact, uses)] : [],
  );
}

/**
 * Returns a citation, if the source is in the references, plus a note if the fact is not confirmed. Otherwise returns a
 * reference to one note shared by all facts with the same source, dates and confidence.
 */
function referToSource(fact: Fact, { noted }: FactUses): PhrasingContent {
  const { cite, locator } = fact.source;
  if (cite && fact.confidence !== "unconfirmed") return citation(cite, locator);
  const key = sourceKey(fact);
  const first = noted.get(key) ?? fact;
  noted.set(key, first);
  return { type: "footnoteReference", identifier: noteName(first) };
}

/** Returns the name of a note. It contains a space, so no author's footnote can have it. */
function noteName({ id }: Fact): string {
  return `fact ${id}`;
}

/** Returns the notes that the text refers to. */
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
  const again = recheck === undefined ? "" : `${commaOf(language)}${words.checkAgain} ${writeDay(recheck, language)}`;
  return `${words.checked} ${writeDay(checked, language)}${again}.`;
}
