import type { Nodes, Root, RootContent } from "mdast";
import stringWidth from "string-width";
import type { Messages } from "../../i18n/messages.ts";
import { tableLines } from "./table.ts";
import { lineWidth, wrap } from "./wrap.ts";
import { largest } from "../../model/extremes.ts";

/** What is collected beside the text: link addresses, each once, and footnotes. */
interface EndMatter {
  readonly addresses: string[];
  readonly notes: RootContent[];
}

/**
 * Writes plain text: lines of 78 columns, underlined headings, aligned tables, footnotes and links listed at the end.
 */
export function writeText(tree: Root, words: Messages): Uint8Array {
  const endMatter: EndMatter = { addresses: [], notes: [] };
  const body = blocks(tree.children, lineWidth, endMatter);
  const notes = endMatter.notes.length > 0 ? ["", ...titled(words.notes, 2), "", ...noteLines(endMatter)] : [];
  const links = endMatter.addresses.map((address, index) => `[L${index + 1}] ${address}`);
  const listed = links.length > 0 ? ["", ...titled(words.links, 2), "", ...links] : [];
  return new TextEncoder().encode(`${[...body, ...notes, ...listed].join("\n")}\n`);
}

function noteLines(endMatter: EndMatter): string[] {
  return endMatter.notes.flatMap((note, index) => {
    if (note.type !== "footnoteDefinition") return [];
    const mark = `[${note.label ?? note.identifier}] `;
    const lines = hang(mark, blocks(note.children, lineWidth - mark.length, endMatter));
    return index === 0 ? lines : ["", ...lines];
  });
}

/** Returns blocks separated by empty lines. */
function blocks(nodes: readonly RootContent[], width: number, endMatter: EndMatter, isTight = false): string[] {
  const lines: string[] = [];
  for (const node of nodes) {
    const made = block(node, width, endMatter);
    if (made.length === 0) continue;
    if (lines.length > 0 && !isTight) lines.push("");
    lines.push(...made);
  }
  return lines;
}

function block(node: RootContent, width: number, endMatter: EndMatter): string[] {
  switch (node.type) {
    case "heading":
      return titled(inline(node, endMatter), node.depth, width);
    case "paragraph":
      return wrap(inline(node, endMatter), width);
    case "blockquote":
      return blocks(node.children, width - 2, endMatter).map((line) => `> ${line}`.trimEnd());
    case "list":
      return node.children.flatMap((item, index) => {
        const box = typeof item.checked === "boolean" ? `[${item.checked ? "x" : " "}] ` : "";
        const mark = `${node.ordered === true ? `${(node.start ?? 1) + index}.` : "-"} `;
        const isTight = item.spread !== true && node.spread !== true;
        const lines = hang(mark, blocks(item.children, width - mark.length - box.length, endMatter, isTight), box);
        return index === 0 || isTight ? lines : ["", ...lines];
      });
    case "code":
      return node.value.split("\n").map((line) => `    ${line}`.trimEnd());
    case "table":
      return tableLines(node, (cell) => inline(cell, endMatter), width);
    case "thematicBreak":
      return ["* * *"];
    case "footnoteDefinition":
      endMatter.notes.push(node);
      return [];
    default:
      return wrap(inline(node, endMatter), width);
  }
}

function hang(mark: string, [first = "", ...more]: readonly string[], box = ""): string[] {
  const indentation = " ".repeat(mark.length + box.length);
  return [`${mark}${box}${first}`, ...more.map((line) => `${indentation}${line}`.trimEnd())];
}

/** Returns a heading, underlined with "=", "-" or "~" by its level. */
function titled(text: string, depth: number, width = lineWidth): string[] {
  const lines = wrap(text.replaceAll("\n", " "), width);
  const sign = depth === 1 ? "=" : depth === 2 ? "-" : "~";
  return [
    ...lines,
    sign.repeat(
      largest(
        lines.map((line) => stringWidth(line)),
        1,
      ),
    ),
  ];
}

function inline(node: Nodes, endMatter: EndMatter): string {
  switch (node.type) {
    case "text":
      return node.value.replaceAll("\n", " ");
    case "inlineCode":
      return node.value;
    case "break":
      return "\n";
    case "footnoteReference":
      return `[${node.label ?? node.identifier}]`;
    case "link": {
      const text = node.children.map((child) => inline(child, endMatter)).join("");
      if (node.url.startsWith("#") || node.url.replace(/^mailto:/, "") === text) return text;
      if (!endMatter.addresses.includes(node.url)) endMatter.addresses.push(node.url);
      return `${text} [L${endMatter.addresses.indexOf(node.url) + 1}]`;
    }
    default:
      return "children" in node ? node.children.map((child) => inline(child, endMatter)).join("") : "";
  }
}
