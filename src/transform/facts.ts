import type { FootnoteDefinition, Link, PhrasingContent, RootContent } from "mdast";
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
  /** By id, in the order of their first use. */
  readonly used: Map<string, Fact>;
  /** Those whose source the text has a note for. */
  readonly noted: Set<Fact>;
}

export function useFacts(known: Facts, language: string): FactUses {
  return { known, language, used: new Map(), noted: new Set() };
}

/** `:fact[id]`: the value and a note with its source; `{plain}`: the value alone; `{note}`: the note alone. */
export function printFact(node: TextDirective, uses: FactUses, report: Report): PhrasingContent[] {
  const id = toString(node);
  const fact = uses.known.get(id);
  if (!fact) {
    reportUnknown(id, node, uses, report);
    return [];
  }
  const { plain, note, ...others } = node.attributes ?? {};
  for (const name of Object.keys(others)) {
    report("attributeKnown", node, `A fact has no attribute "${name}".`, "Known attributes: plain, note.");
  }
  uses.used.set(id, fact);
  const printed: PhrasingContent[] = [];
  if (note === undefined) printed.push({ type: "text", value: writeValue(fact, uses.language) });
  if (plain === undefined) {
    uses.noted.add(fact);
    printed.push({ type: "footnoteReference", identifier: noteName(fact) });
  }
  return printed;
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
  if (text === undefined) return [{ type: "text", value: [`@${cite}`, locator].filter(Boolean).join(", ") + "." }];
  const content = inline(text);
  const link: Link[] = url === undefined ? [] : [{ type: "link", url, children: content }];
  const stop: PhrasingContent[] = text.endsWith(".") ? [] : [{ type: "text", value: "." }];
  return [...(link.length > 0 ? link : content), ...stop];
}

/** The inline Markdown of a line, without the places that it has not got in the article. */
function inline(text: string): PhrasingContent[] {
  const tree = fromMarkdown(text);
  visit(tree, (node) => void delete node.position);
  return tree.children.flatMap((node: RootContent): PhrasingContent[] => {
    return node.type === "paragraph" ? node.children : [{ type: "text", value: toString(node) }];
  });
}
