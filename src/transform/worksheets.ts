import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import { toString } from "mdast-util-to-string";
import type { Messages } from "../i18n/messages.ts";
import { editionsFor } from "../model/edition.ts";
import { callout } from "./callout.ts";
import { marked } from "./conditions.ts";
import { at, element, propertiesOf, splitLabel } from "./directive-parts.ts";
import type { Report } from "./report.ts";

// What a reader writes on. The tree says what is to be filled in; a template makes lines or controls of it.

/** `:::checklist[Title]`: lists whose items all have boxes, kept together. */
export function checklist(node: ContainerDirective, report: Report): RootContent {
  const { label, rest } = splitLabel(node);
  for (const list of rest) {
    if (list.type === "list") for (const item of list.children) item.checked ??= false;
  }
  const title: RootContent[] = label ? [paragraph(label, "checklist-title")] : [];
  const name = label && { ariaLabel: toString(label) };
  return withClass(element(node, "div", [...title, ...rest], report, { role: "group", ...name }), "checklist");
}

/** `:::write-on[Question]{lines=4}`, or `::write-on[Question]{lines=4}` where nothing else stands in it. */
export function writeOn(node: ContainerDirective | LeafDirective, report: Report): RootContent {
  const { lines = "3", ...others } = node.attributes ?? {};
  const isCount = /^([1-9]|[1-3]\d|40)$/.test(lines ?? "");
  if (!isCount)
    report("attributeKnown", node, `"${lines ?? ""}" is no number of lines.`, "Write a number from 1 to 40.");
  const { label, rest } =
    node.type === "leafDirective"
      ? { label: node.children.length > 0 ? node.children : undefined, rest: [] }
      : splitLabel(node);
  const question: RootContent[] = label ? [paragraph(label, "write-on-question")] : [];
  const dataLines = isCount ? (lines ?? "") : "3";
  const block = element({ ...node, attributes: others }, "div", [...question, ...rest], report, { dataLines });
  return withClass(block, "write-on");
}

/** `:field[Your name]{width=60mm}`: a blank in a line of text, from 10 to 160 mm wide. */
export function field(node: TextDirective, report: Report): PhrasingContent {
  const { width = "50mm", ...others } = node.attributes ?? {};
  const [, amount = ""] = /^(\d+)mm$/.exec(width ?? "") ?? [];
  const isWidth = Number(amount) >= 10 && Number(amount) <= 160;
  if (!isWidth) report("attributeKnown", node, `"${width ?? ""}" is no width of a field.`, "Write 10mm to 160mm.");
  const given = propertiesOf({ ...node, attributes: others }, report);
  const hProperties = {
    ...given,
    className: ["field", ...(given["className"] ?? [])],
    dataWidth: isWidth ? amount : "50",
  };
  return {
    type: "emphasis",
    children: node.children,
    data: { hName: "span", hProperties },
    ...at(node),
  };
}

/** `:::key[Title]`: answers that only the editions for advisers show. */
export function answerKey(node: ContainerDirective, words: Messages, report: Report): RootContent {
  const { label, rest } = splitLabel(node);
  const title: PhrasingContent[] = label ?? [{ type: "text", value: words.answerKey }];
  const properties = { ...propertiesOf(node, report), ...marked(editionsFor("adviser")) };
  return { ...callout("key", title, rest, properties), ...at(node) };
}

function paragraph(children: PhrasingContent[], className: string): Paragraph {
  return { type: "paragraph", children, data: { hProperties: { className: [className] } } };
}

function withClass(block: RootContent, name: string): RootContent {
  const data = block.data as { hProperties: Record<string, string | string[]> };
  data.hProperties["className"] = [name, ...(data.hProperties["className"] ?? [])];
  return block;
}
