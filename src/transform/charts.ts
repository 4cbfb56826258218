import type {
  Blockquote,
  Code,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
} from "mdast";
import type { InlineMath } from "mdast-util-math";
import { divideCaption } from "./caption-text.ts";
import type { ContainerDirective } from "mdast-util-directive";
import { at } from "../directives/parts.ts";
import { SKIP, visit } from "../model/visit.ts";
import { labelled } from "../i18n/join.ts";
import type { Messages } from "../i18n/messages.ts";
import type { ChartTable, Illustration } from "../model/chart.ts";
import { type FactUses, noteFacts } from "./facts.ts";

/** Replaces each drawn block by a figure, followed by its data as a table, which is collapsible where possible. */
export function placeCharts(
  tree: Root,
  charts: ReadonlyMap<Code, Illustration>,
  words: Messages,
  facts: FactUses,
): void {
  visit(tree, "containerDirective", (node, index, parent) => {
    const [block] = node.children.filter((child) => child.type === "code");
    const chart = block && node.name === "figure" ? charts.get(block) : undefined;
    if (!block || !chart?.lines || chart.address === undefined || !parent || index === undefined) return undefined;
    // The surrounding figure already has its caption.
    node.children[node.children.indexOf(block)] = picture(block, chart.address, chart.summary);
    node.attributes = { ...node.attributes, class: `chart diagram ${node.attributes?.["class"] ?? ""}`.trim() };
    parent.children.splice(index + 1, 0, ...contents(block, chart, words));
    return SKIP;
  });
  visit(tree, "code", (node, index, parent) => {
    const chart = charts.get(node);
    if (!chart || !parent || index === undefined) return undefined;
    const { address } = chart;
    if (address === undefined) {
      const table = undrawn(node, chart);
      parent.children.splice(index, 1, ...table);
      return index + table.length;
    }
    const figures = [
      figure(node, chart, { words, facts }),
      ...(chart.table ? [data(node, chart.table, words)] : []),
      ...contents(node, chart, words),
    ];
    parent.children.splice(index, 1, ...figures);
    return index + figures.length;
  });
}

/** Returns the data of an undrawn chart as a table, with its caption and summary. */
function undrawn(node: Code, { caption, summary, id, table }: Illustration): RootContent[] {
  if (!table) return [node];
  const label = { ...paragraph(divideCaption(caption).flatMap(captionNodes)), data: { directiveLabel: true } };
  const rows = tableNode(table);
  const block: ContainerDirective = {
    type: "containerDirective",
    name: "table",
    attributes: { ...(id !== undefined && { id }) },
    children: [label, { ...rows, ...at(node) }],
    data: { isComplete: true } as object,
    ...at(node),
  };
  const nodes = summary === "" ? [] : [{ ...paragraph([{ type: "text" as const, value: summary }]), ...at(node) }];
  return [caption === "" ? rows : block, ...nodes];
}

function captionNodes({ text, tex }: ReturnType<typeof divideCaption>[number]): PhrasingContent[] {
  const words: PhrasingContent = { type: "text", value: text };
  if (tex === undefined) return [words];
  const hChildren = [{ type: "text" as const, value: tex }];
  const formula: InlineMath = {
    type: "inlineMath",
    value: tex,
    data: { hName: "span", hProperties: { dataFormula: "inline" }, hChildren },
  };
  return [words, formula];
}

/** Returns a caption that a sentence can follow: with a full stop, if it has no mark at its end. */
function sentence(caption: string): string {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(caption)) return `${caption}。`;
  return /[\p{L}\p{N}]$/u.test(caption) ? `${caption}. ` : `${caption} `;
}

function figure(
  node: Code,
  chart: Illustration,
  { words, facts }: { readonly words: Messages; readonly facts: FactUses },
): Blockquote {
  const { id, address: url = "", summary: alt, caption, source } = chart;
  const origin: PhrasingContent = {
    type: "emphasis",
    data: { hName: "span", hProperties: { className: ["chart-source"] } },
    children: [{ type: "text", value: labelled(words.chartSource, source ?? "") }],
  };
  const nodes: PhrasingContent[] = [
    ...divideCaption(source === undefined ? caption : sentence(caption)).flatMap(captionNodes),
    ...(source === undefined ? [] : [origin]),
    ...noteFacts(chart.facts, facts, node),
  ];
  const children: RootContent[] = [
    picture(node, url, alt),
    // A diagram without a caption is not numbered.
    ...(caption === "" ? [] : [{ ...paragraph(nodes), data: { hName: "figcaption" } }]),
  ];
  const hProperties = {
    className: chart.lines ? ["chart", "diagram"] : ["chart"],
    dataKind: "figure",
    ...(id !== undefined && { id }),
  };
  return { type: "blockquote", data: { hName: "figure", hProperties }, children: children as Paragraph[], ...at(node) };
}

function picture(node: Code, url: string, alt: string): Paragraph {
  return paragraph([{ type: "image", url, alt, ...at(node) }]);
}

function tableNode({ columns, rows }: ChartTable): Table {
  const head = { type: "tableRow" as const, children: columns.map((name) => cell(name)) };
  const body = rows.map(([name = "", ...rest]) => ({
    type: "tableRow" as const,
    children: [cell(name, "th"), ...rest.map((value) => cell(value))],
  }));
  return { type: "table", align: columns.map((_, index) => (index === 0 ? null : "right")), children: [head, ...body] };
}

function data(node: Code, chart: ChartTable, words: Messages): Blockquote {
  const { note } = chart;
  const table = tableNode(chart);
  const summary = {
    ...paragraph([{ type: "text", value: words.chartData }]),
    data: { hName: "summary" },
  };
  const hProperties = { className: ["chart-data"] };
  const nodes = note === undefined ? [] : [paragraph([{ type: "text", value: note }])];
  const children = [summary, table as unknown as Paragraph, ...nodes];
  return { type: "blockquote", data: { hName: "details", hProperties }, children, ...at(node) };
}

/** Returns the content of a diagram as a list. */
function contents(node: Code, { lines = [] }: Illustration, words: Messages): Blockquote[] {
  if (lines.length === 0) return [];
  const summary = { ...paragraph([{ type: "text", value: words.diagramText }]), data: { hName: "summary" } };
  const items = lines.map((line): ListItem => ({
    type: "listItem",
    spread: false,
    children: [paragraph([{ type: "text", value: line }])],
  }));
  const list: List = { type: "list", ordered: false, spread: false, children: items };
  const hProperties = { className: ["chart-data", "diagram-text"] };
  return [{ type: "blockquote", data: { hName: "details", hProperties }, children: [summary, list], ...at(node) }];
}

function cell(value: string, hName?: string): TableCell {
  return { type: "tableCell", children: [{ type: "text", value }], ...(hName !== undefined && { data: { hName } }) };
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}
