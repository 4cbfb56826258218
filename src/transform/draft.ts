import type { Root as MdastRoot } from "mdast";
import type { Element, ElementContent, Root } from "hast";
import type { ProseSettings } from "../config/prose.ts";
import { type Messages, messagesFor } from "../i18n/messages.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ImageReference } from "../model/image.ts";
import { type JoinedText, joinTexts, type SourceFile } from "../model/source.ts";
import { type Abbreviations, takeAbbreviations } from "./abbreviations.ts";
import { resolveAlerts } from "./alerts.ts";
import { attachAttributes } from "./attributes.ts";
import { placeCharts } from "./charts.ts";
import { type FoundCitation, resolveCitations } from "./citations/resolve-citations.ts";
import { checkMarkdown } from "./check-markdown.ts";
import { checkReferences } from "./check-references.ts";
import { resolveDirectives } from "./directives.ts";
import { factNotes, useFacts } from "./facts.ts";
import { openFormulaBlocks } from "./formulas.ts";
import { textOf } from "./hast.ts";
import { highlightCode } from "./highlight-code.ts";
import { assignIds, toId } from "./ids.ts";
import { listImages } from "./images.ts";
import { joinWideLines } from "./join-wide-lines.ts";
import type { TransformContext } from "./context.ts";
import { takeNotes } from "./footnotes.ts";
import { checkAlternativeTexts } from "./prose/alternative-texts.ts";
import { checkProse } from "./prose/check-prose.ts";
import { smartenPunctuation, smartenText } from "./punctuation.ts";
import { type Report, reporter } from "./report.ts";
import { sourcesAndDates } from "./sources-and-dates.ts";
import { tidy } from "./tidy.ts";
import { titleContent } from "./title-content.ts";
import { takeTitle } from "./title.ts";
import { toHast } from "./to-hast.ts";
import { fillVariables, type Variables } from "./variables.ts";

/** What a chapter is made from. */
export interface DraftInput {
  readonly file: SourceFile;
  /** The texts that stand in the tree behind the file's own, in the order of its lines. */
  readonly included: readonly SourceFile[];
  readonly tree: MdastRoot;
  /** BCP 47. */
  readonly language: string;
  /** From the front matter. */
  readonly title: string | undefined;
  /** The title where neither front matter nor heading gives one. */
  readonly fallback: string;
  readonly context: TransformContext;
  readonly prose?: ProseSettings;
  readonly variables: Variables;
  /** Variables that a roster gives. */
  readonly columns?: readonly string[];
  readonly smartPunctuation?: boolean;
}

/** A chapter as far as it can be brought without its images and without the other chapters. */
export interface Draft {
  readonly file: SourceFile;
  /** The file and what it includes. */
  readonly source: JoinedText;
  readonly words: Messages;
  /** BCP 47. */
  readonly language: string;
  readonly titleContent: readonly ElementContent[];
  /** Plain text. */
  readonly title: string;
  /** The id that the author gave to the title's heading, and the one that it would get from its text. */
  readonly titleIds: readonly string[];
  readonly body: Root;
  readonly noteSection: Element | undefined;
  readonly abbreviations: Abbreviations;
  /** What it says of `facts.yaml`, by id. */
  readonly facts: ReadonlySet<string>;
  /** By the numbers of their placeholders. */
  readonly citations: readonly FoundCitation[];
  readonly images: readonly ImageReference[];
  readonly report: Report;
  /** Grows as `report` is called. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The steps that need one article only, in their order. */
export function draftChapter(input: DraftInput): Draft {
  const { file, tree, language, context } = input;
  const diagnostics: Diagnostic[] = [];
  const source = joinTexts(file, input.included);
  const report = reporter(source, diagnostics);
  const words = messagesFor(language);
  const smart = input.smartPunctuation ?? true;

  const citations: FoundCitation[] = [];
  const citing = { library: context.citations, found: citations, report };

  // Before everything: what cites nothing is text like any other.
  resolveCitations(tree, citing);
  // Early, while the text nodes still are what the author wrote and know their places.
  checkReferences(tree, source.text, report);
  // Before everything that reads the text: what a variable stands for is part of it.
  fillVariables(tree, input.variables, report, input.columns);
  // Before directives and checks: `.decorative` and ids come from here.
  attachAttributes(tree, report);
  const facts = useFacts(context.facts ?? new Map(), language);
  placeCharts(tree, context.charts ?? new Map(), words, facts, report);
  resolveDirectives(tree, source.text, { words, facts, report });
  resolveAlerts(tree, words);
  openFormulaBlocks(tree, source.text, report);
  const abbreviations = takeAbbreviations(tree);
  // On the headings as written, before the title leaves them.
  checkMarkdown(tree, report);
  const terms = input.context.glossary?.terms.flatMap(({ forms }) => [...forms.keys()]) ?? [];
  const explained = new Set([...abbreviations.keys(), ...terms]);
  checkProse(tree, file.text, language, explained, input.prose ?? { style: false }, report);
  // After the checks, which are about what the author wrote.
  tree.children.push(...factNotes(facts, words), ...sourcesAndDates(facts, words));
  // What facts cite.
  resolveCitations(tree, citing);
  if (smart) smartenPunctuation(tree, language);
  // After the quotation marks, which are wide in Chinese.
  joinWideLines(tree, language);
  const given = input.title === undefined || !smart ? input.title : smartenText(input.title, language);
  const title = takeTitle(tree, given, input.fallback, report);
  const titled = title.heading
    ? titleContent(title.heading, tree, report)
    : [{ type: "text" as const, value: title.text }];
  const titleText = textOf({ type: "root", children: titled }).trim();

  const body = toHast(tree, report);
  tidy(body, report);
  checkAlternativeTexts(body, language, report);
  highlightCode(body, report);
  // Ids before notes: a note's id gives way to one that the author chose.
  assignIds(body, report);
  const noteSection = takeNotes(body, words);
  const whole: Root = { type: "root", children: [...body.children, ...(noteSection ? [noteSection] : [])] };
  const images = listImages(whole, source);
  return {
    file,
    language,
    source,
    words,
    titleContent: titled,
    title: titleText,
    titleIds: [...title.givenId, toId(titleText)],
    body,
    noteSection,
    abbreviations,
    facts: facts.used,
    citations,
    images,
    report,
    diagnostics,
  };
}
