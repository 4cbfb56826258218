import type { Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import { SKIP, visit } from "unist-util-visit";
import { type CalloutName, calloutNames, type Messages } from "../i18n/messages.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { callout } from "./callout.ts";
import { conditionalBlocks, conditionalText } from "./conditions.ts";
import { at, element, propertiesOf, splitLabel } from "./directive-parts.ts";
import { type FactUses, printFact } from "./facts.ts";
import { indexTerm } from "./index-terms.ts";
import type { Report } from "./report.ts";
import { pageBreak } from "./page-breaks.ts";
import { answerKey, checklist, field, writeOn } from "./worksheets.ts";

interface Context {
  readonly words: Messages;
  readonly facts: FactUses;
  readonly report: Report;
}

type Container = (node: ContainerDirective, context: Context) => RootContent | RootContent[];
type Leaf = (node: LeafDirective, context: Context) => RootContent;
type Text = (node: TextDirective, context: Context) => PhrasingContent[];

/** What each `:::name` becomes. Adding a directive is a line here. */
const containers: Readonly<Record<string, Container>> = {
  ...Object.fromEntries(
    calloutNames.map((name): [string, Container] => [name, (node, context) => toCallout(node, name, context)]),
  ),
  figure: (node, { report }) => captioned(node, "figure", report),
  table: (node, { report }) => captioned(node, "table", report),
  div: (node, { report }) => element(node, "div", node.children, report),
  only: (node, { report }) => conditionalBlocks(node, "only", report),
  not: (node, { report }) => conditionalBlocks(node, "not", report),
  checklist: (node, { report }) => checklist(node, report),
  "write-on": (node, { report }) => writeOn(node, report),
  key: (node, { words, report }) => answerKey(node, words, report),
};

/** What each `::name` becomes. */
const leaves: Readonly<Record<string, Leaf>> = {
  "page-break": (node) => pageBreak(node),
  "write-on": (node, { report }) => writeOn(node, report),
};

/** What each `:name` becomes. */
const texts: Readonly<Record<string, Text>> = {
  fact: (node, { facts, report }) => printFact(node, facts, report),
  span: (node, { report }) => [
    {
      type: "emphasis",
      children: node.children,
      data: { hName: "span", hProperties: propertiesOf(node, report) },
      ...at(node),
    },
  ],
  only: (node, { report }) => [conditionalText(node, "only", report)],
  not: (node, { report }) => [conditionalText(node, "not", report)],
  index: (node, { report }) => indexTerm(node, report),
  field: (node, { report }) => [field(node, report)],
};

/**
 * Directives to what they stand for. An unknown `:::name` keeps its content; an unknown `::name` or `:name` goes back to
 * the characters it was made of, so that "a:b" is just text.
 */
export function resolveDirectives(tree: Root, source: string, context: Context): void {
  const { report } = context;
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    // What takes the place of a directive is visited in its turn, for what stands in it.
    if (node.type === "containerDirective") {
      checkClosed(node, source, report);
      const make = Object.hasOwn(containers, node.name) ? containers[node.name] : undefined;
      if (!make) reportUnknown(node, Object.keys(containers), report);
      const made = make ? make(node, context) : element(node, "div", node.children, report);
      parent.children.splice(index, 1, ...[made].flat());
    } else if (node.type === "leafDirective") {
      const make = Object.hasOwn(leaves, node.name) ? leaves[node.name] : undefined;
      if (!make) reportUnknown(node, Object.keys(leaves), report);
      parent.children[index] = make
        ? make(node, context)
        : { type: "paragraph", children: asWritten(node, source), ...at(node) };
    } else if (node.type === "textDirective") {
      const make = Object.hasOwn(texts, node.name) ? texts[node.name] : undefined;
      // Without a label it is a colon in the text, not a slip.
      if (!make && node.children.length > 0) reportUnknown(node, Object.keys(texts), report);
      parent.children.splice(index, 1, ...(make ? make(node, context) : asWritten(node, source)));
    } else {
      return undefined;
    }
    return [SKIP, index];
  });
}

function checkClosed(node: ContainerDirective, source: string, report: Report): void {
  if ((node.data as { isComplete?: boolean } | undefined)?.isComplete) return;
  const written = source.slice(node.position?.start.offset, node.position?.end.offset);
  if (/\n.*:::+[ \t]*$/.test(written)) return;
  const message = `This ":::${node.name}" is not closed, so it holds everything that follows.`;
  report("directiveClosed", node, message, 'End it with a line of just ":::".');
}

/** The directive's own characters as text, around what its label holds. */
function asWritten(node: LeafDirective | TextDirective, source: string): PhrasingContent[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const first = node.children[0]?.position?.start.offset ?? end;
  const last = node.children.at(-1)?.position?.end.offset ?? end;
  const pieces = [
    { type: "text" as const, value: source.slice(start, first), ...at(node) },
    ...node.children,
    { type: "text" as const, value: source.slice(last, end) },
  ];
  return pieces.filter((piece) => piece.type !== "text" || piece.value !== "");
}

function reportUnknown(
  node: ContainerDirective | LeafDirective | TextDirective,
  known: readonly string[],
  report: Report,
): void {
  const marks = { containerDirective: ":::", leafDirective: "::", textDirective: ":" }[node.type];
  const hint =
    didYouMean(node.name, known) ??
    `Known: ${[...Object.keys(containers).map((name) => `:::${name}`), ...Object.keys(leaves).map((name) => `::${name}`), ...Object.keys(texts).map((name) => `:${name}`)].join(", ")}.`;
  report(
    "directiveKnown",
    node,
    `"${marks}${node.name}" is not a known directive; its content is kept as it is.`,
    hint,
  );
}

function toCallout(node: ContainerDirective, name: CalloutName, { words, report }: Context): RootContent {
  const { label, rest } = splitLabel(node);
  return {
    ...callout(name, label ?? [{ type: "text", value: words.callouts[name] }], rest, propertiesOf(node, report)),
    ...at(node),
  };
}

/** `:::figure[Caption]` around a picture, a table or anything else: numbered with its kind later. */
function captioned(node: ContainerDirective, kind: "figure" | "table", report: Report): RootContent {
  const { label, rest } = splitLabel(node);
  const caption: Paragraph[] = label ? [{ type: "paragraph", children: label, data: { hName: "figcaption" } }] : [];
  return element(node, "figure", [...rest, ...caption], report, { dataKind: kind });
}
