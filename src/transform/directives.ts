import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import { visit } from "unist-util-visit";
import { calloutNames, type Words } from "../config/words.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { callout } from "./callout.ts";
import type { Report } from "./report.ts";

interface Context {
  readonly words: Words;
  readonly report: Report;
}

type Container = (node: ContainerDirective, context: Context) => RootContent;

/** What each `:::name` becomes. Adding a directive is a line here. */
const containers: Readonly<Record<string, Container>> = {
  ...Object.fromEntries(
    calloutNames.map((name): [string, Container] => [name, (node, { words }) => toCallout(node, name, words)]),
  ),
  figure: (node) => captioned(node, "figure"),
  table: (node) => captioned(node, "table"),
  div: (node) => element(node, "div", node.children),
};

/**
 * Directives to what they stand for. An unknown block directive keeps its content; an unknown text directive goes
 * back to the characters it was made of, so that "10:30" and "a:b" are just text.
 */
export function resolveDirectives(tree: Root, source: string, words: Words, report: Report): void {
  const context: Context = { words, report };
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type === "containerDirective") {
      const make = Object.hasOwn(containers, node.name) ? containers[node.name] : undefined;
      if (!make) reportUnknown(node, Object.keys(containers), report);
      parent.children[index] = make ? make(node, context) : element(node, "div", node.children);
    } else if (node.type === "leafDirective") {
      reportUnknown(node, [], report);
      parent.children[index] = { type: "paragraph", children: node.children, ...at(node) };
    } else if (node.type === "textDirective") {
      parent.children.splice(index, 1, ...resolveText(node, source, report));
      return index;
    }
    return undefined;
  });
}

function resolveText(node: TextDirective, source: string, report: Report): PhrasingContent[] {
  if (node.name === "span") {
    return [
      {
        type: "emphasis",
        children: node.children,
        data: { hName: "span", hProperties: propertiesOf(node) },
        ...at(node),
      },
    ];
  }
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const written = source.slice(start, end);
  if (node.children.length === 0) return [{ type: "text", value: written, ...at(node) }];
  reportUnknown(node, ["span"], report);
  const [open, close] = splitAround(node, written, start);
  return [{ type: "text", value: open, ...at(node) }, ...node.children, { type: "text", value: close }];
}

/** The characters before and after the label's content. */
function splitAround(node: TextDirective, written: string, start: number): [string, string] {
  const first = node.children[0]?.position?.start.offset ?? start;
  const last = node.children.at(-1)?.position?.end.offset ?? first;
  return [written.slice(0, first - start), written.slice(last - start)];
}

function reportUnknown(
  node: ContainerDirective | LeafDirective | TextDirective,
  known: readonly string[],
  report: Report,
): void {
  const marks = { containerDirective: ":::", leafDirective: "::", textDirective: ":" }[node.type];
  const hint =
    didYouMean(node.name, known) ??
    `Known: ${[...Object.keys(containers).map((name) => `:::${name}`), ":span"].join(", ")}.`;
  report(
    "directiveKnown",
    node,
    `"${marks}${node.name}" is not a known directive; its content is kept as it is.`,
    hint,
  );
}

function toCallout(node: ContainerDirective, name: (typeof calloutNames)[number], words: Words): RootContent {
  const { label, rest } = splitLabel(node);
  return {
    ...callout(name, label ?? [{ type: "text", value: words.callouts[name] }], rest, propertiesOf(node)),
    ...at(node),
  };
}

/** `:::figure[Caption]` around a picture, a table or anything else: numbered with its kind later. */
function captioned(node: ContainerDirective, kind: "figure" | "table"): RootContent {
  const { label, rest } = splitLabel(node);
  const caption: Paragraph[] = label ? [{ type: "paragraph", children: label, data: { hName: "figcaption" } }] : [];
  return element(node, "figure", [...rest, ...caption], { dataKind: kind });
}

function splitLabel(node: ContainerDirective): { label?: PhrasingContent[]; rest: RootContent[] } {
  const [first, ...rest] = node.children;
  const isLabel =
    first?.type === "paragraph" && (first.data as { directiveLabel?: boolean } | undefined)?.directiveLabel;
  return isLabel ? { label: first.children, rest } : { rest: node.children };
}

function element(
  node: ContainerDirective,
  name: string,
  children: RootContent[],
  extra: Record<string, string> = {},
): RootContent {
  const hProperties = { ...propertiesOf(node), ...extra };
  return { type: "blockquote", data: { hName: name, hProperties }, children: children as Paragraph[], ...at(node) };
}

function propertiesOf(node: ContainerDirective | TextDirective): Record<string, string | string[]> {
  const { class: classes, ...rest } = node.attributes ?? {};
  const known = ["id", "lang", "dir", "title"].flatMap((name): [string, string][] =>
    rest[name] ? [[name, rest[name]]] : [],
  );
  return { ...Object.fromEntries(known), ...(classes && { className: classes.split(/\s+/) }) };
}

function at(node: Nodes): Pick<Nodes, "position"> | object {
  return node.position ? { position: node.position } : {};
}
