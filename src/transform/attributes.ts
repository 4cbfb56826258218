import type { Nodes, Parents, PhrasingContent, Root } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { visit } from "../model/visit.ts";
import { carriedAttributes } from "../directives/carried-attributes.ts";
import type { Report } from "../diagnostics/report.ts";

/**
 * Applies `{#id .class key=value}` to what directly precedes it: an image, link, code, emphasis, a bracketed span, the
 * heading that it ends, or the paragraph whose last line it is. Attributes that follow nothing are reported and become
 * text again.
 */
export function attachAttributes(tree: Root, report: Report): void {
  visit(tree, "attributes", (node, index, parent) => {
    if (!parent || index === undefined) return;
    const target = findTarget(parent, index, node);
    if (!target) {
      const message = `"${node.value}" follows nothing that can have attributes, so it is printed.`;
      report("attributeKnown", node, message, "Put it right after what it belongs to; write \\{ for a brace.");
      parent.children[index] = { type: "text", value: node.value, ...(node.position && { position: node.position }) };
      return;
    }
    give(target, node, report);
    parent.children.splice(parent.children.indexOf(node), 1);
    return parent.children.indexOf(target as PhrasingContent) + 1;
  });
  visit(tree, "containerDirective", nameBox);
}

/** The id of a box's title is that of the box. */
function nameBox({ attributes, children: [label] }: ContainerDirective): void {
  const properties =
    label && isLabel(label) ? (label.data as { hProperties?: { id?: string } }).hProperties : undefined;
  if (properties?.id !== undefined && attributes) attributes["id"] ??= properties.id;
}

/** Elements that accept attributes themselves, even at the end of a heading. */
const own = new Set(["image", "imageReference", "link", "linkReference", "inlineCode", "inlineMath"]);
const carriers = new Set([...own, "emphasis", "strong", "delete"]);

function endsInBracket(node: Nodes | undefined): boolean {
  return node?.type === "text" && node.value.endsWith("]");
}

function findTarget(parent: Parents, index: number, { position }: Nodes): Nodes | undefined {
  const before = parent.children[index - 1];
  const isLast = index === parent.children.length - 1;
  // As in pandoc, attributes at the end of a heading belong to it, with or without a space before them.
  if (isLast && parent.type === "heading" && !(before && own.has(before.type)) && !endsInBracket(before))
    return trimEnd(parent);
  if (before && carriers.has(before.type)) return before;
  if (before?.type === "text" && endsInBracket(before)) {
    const span = takeSpan(parent, index - 1, position);
    if (span) return span;
  }
  if (!isLast) return undefined;
  if (parent.type === "heading" || (parent.type === "paragraph" && isLabel(parent))) return trimEnd(parent);
  if (parent.type === "paragraph" && before?.type === "text" && before.value.endsWith("\n")) return trimEnd(parent);
  return undefined;
}

/** Reports whether a paragraph is the title of a box. */
function isLabel({ data }: Nodes): boolean {
  return data !== undefined && "directiveLabel" in data;
}

function trimEnd<T extends Parents>(parent: T): T {
  const last = parent.children.at(-2);
  if (last?.type === "text") last.value = last.value.trimEnd();
  return parent;
}

/** Turns `[some *text*]` before attributes into a span. */
function takeSpan(parent: Parents, end: number, position: Nodes["position"]): Nodes | undefined {
  let depth = 0;
  for (let start = end; start >= 0; start -= 1) {
    const node = parent.children[start];
    if (node?.type !== "text") continue;
    const [open, left] = findOpening(start === end ? node.value.slice(0, -1) : node.value, depth);
    depth = left;
    if (open < 0) continue;
    const inside = parent.children.slice(start, end + 1).map((child) => ({ ...child })) as PhrasingContent[];
    const first = inside[0];
    const last = inside.at(-1);
    if (last?.type === "text") last.value = last.value.slice(0, -1);
    if (first?.type === "text") first.value = first.value.slice(open + 1);
    const span: PhrasingContent = {
      type: "emphasis",
      data: { hName: "span" },
      children: inside.filter((child) => child.type !== "text" || child.value !== ""),
      ...(position && { position }),
    };
    const outside: PhrasingContent[] = open > 0 ? [{ ...node, value: node.value.slice(0, open) }] : [];
    parent.children.splice(start, end - start + 1, ...outside, span);
    return span;
  }
  return undefined;
}

/**
 * Returns the index of the bracket that is still open at the end of a text, or -1, and how many closed ones have yet to
 * be matched.
 */
function findOpening(text: string, closed: number): [index: number, closed: number] {
  let depth = closed;
  for (let index = text.length - 1; index >= 0; index -= 1) {
    if (text[index] === "]") depth += 1;
    if (text[index] !== "[") continue;
    if (depth === 0) return [index, 0];
    depth -= 1;
  }
  return [-1, depth];
}

/** Parses `{#a .b k="v"}`. */
function parseAttributes(text: string): { classes: string[]; others: Record<string, string> } {
  const classes: string[] = [];
  const others: Record<string, string> = {};
  for (const [item, , key, double, single, bare] of text
    .slice(1, -1)
    .matchAll(/#[^\s#]+|\.[^\s#.]+|(([A-Za-z][\w:-]*)=(?:"([^"]*)"|'([^']*)'|(\S+)))/g)) {
    const quoted = double ?? single;
    if (item.startsWith("#")) others["id"] = item.slice(1);
    else if (item.startsWith(".")) classes.push(item.slice(1));
    else if (key === "class") classes.push(...(quoted ?? bare ?? "").split(/\s+/));
    else if (key !== undefined) others[key] = quoted ?? bare ?? "";
  }
  return { classes, others };
}

function give(target: Nodes, attributes: Extract<Nodes, { type: "attributes" }>, report: Report): void {
  const { classes, others } = parseAttributes(attributes.value);
  const data = (target.data ??= {}) as { hProperties?: Record<string, unknown> };
  const { alt, "fig-alt": figAlt, ...rest } = others;
  // Quarto, R Markdown and the Carpentries write these after images.
  const isImage = target.type === "image" || target.type === "imageReference";
  const described = alt ?? figAlt;
  if (isImage && described !== undefined) target.alt = described;
  const carried = carriedAttributes(isImage ? rest : others, attributes, report);
  data.hProperties = { ...data.hProperties, ...carried, ...(classes.length > 0 && { className: classes }) };
}
