import type { FootnoteDefinition, PhrasingContent, RootContent } from "mdast";
import type { TextDirective } from "mdast-util-directive";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import type { Fact, Facts, FactSource } from "../config/facts-file.ts";
import type { Words } from "../config/words.ts";
import { writeDay, writeValue } from "../config/write-value.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { Report } from "./report.ts";

/** What a chapter says of the facts that its publication knows. */
export interface FactUses {
  readonly known: Facts;
  /** BCP 47. */
  readonly language: string;
  /** By id. */
  readonly used: Set<string>;
  /** Those whose source the text has a note for. */
  readonly noted: Set<Fact>;
}

export function useFacts(known: Facts, language: string): FactUses {
  return { known, language, used: new Set(), noted: new Set() };
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
  if (note) uses.noted.add(fact);
  const written = writeValue({ ...fact, ...(!unit && { unit: undefined }) }, uses.language);
  return [
    ...(value ? [{ type: "text" as const, value: written }] : []),
    ...(note ? [{ type: "footnoteReference" as const, identifier: noteName(fact) }] : []),
  ];
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

/** One note for all facts that have the source, the dates and the confidence in common. */
export function factNotes({ noted, language }: FactUses, words: Words): FootnoteDefinition[] {
  return firstOfEach([...noted]).map((fact) => {
    const sentences = [`${words.facts.confidence[fact.confidence]}.`, writeDates(fact, language, words)];
    const children: PhrasingContent[] = [
      ...sourceContent(fact.source),
      { type: "text", value: ` ${sentences.join(" ")}` },
    ];
    return { type: "footnoteDefinition", identifier: noteName(fact), children: [{ type: "paragraph", children }] };
  });
}

function writeDates({ checked, recheck }: Fact, language: string, words: Words): string {
  const again = recheck === undefined ? "" : `, ${words.checkAgain} ${writeDay(recheck, language)}`;
  return `${words.checked} ${writeDay(checked, language)}${again}.`;
}

/** Facts with the same name of their note stand behind the same note. */
export function noteName({ source, checked, recheck, confidence }: Fact): string {
  return `fact ${JSON.stringify([source, checked, recheck, confidence])}`;
}

function firstOfEach(facts: readonly Fact[]): Fact[] {
  const names = facts.map(noteName);
  return facts.filter((fact, index) => names.indexOf(noteName(fact)) === index);
}

/** A source in words, ended by a full stop, as a link where its address is known. */
export function sourceContent({ text, url, cite, locator }: FactSource): PhrasingContent[] {
  const words = text ?? [`@${cite}`, locator].filter((part) => part !== undefined).join(", ");
  const content = inline(words);
  const stop = /\.["”)_*\]]*$/.test(words) ? [] : [{ type: "text" as const, value: "." }];
  return [...(url === undefined ? content : [{ type: "link" as const, url, children: content }]), ...stop];
}

/** The inline Markdown of a line, without the places that it has not got in the article. */
function inline(text: string): PhrasingContent[] {
  const tree = fromMarkdown(text);
  visit(tree, (node) => void delete node.position);
  return tree.children.flatMap((node: RootContent): PhrasingContent[] => {
    return node.type === "paragraph" ? node.children : [{ type: "text", value: toString(node) }];
  });
}
