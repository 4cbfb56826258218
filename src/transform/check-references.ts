import type { FootnoteDefinition, Parents, Root, RootContent, Text } from "mdast";
import { visit } from "../model/visit.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { Report } from "../diagnostics/report.ts";

/**
 * Reports footnotes that are referenced but not defined, or defined but not referenced, and reference links without a
 * definition.
 */
export function checkReferences(tree: Root, source: string, report: Report): void {
  const defined = new Map<string, FootnoteDefinition>();
  const used = new Set<string>();
  visit(tree, "footnoteDefinition", (node) => {
    if (defined.has(node.identifier)) {
      const message = `The footnote [^${nameOf(node)}] is already defined; this one is not printed.`;
      report("idUnique", node, message, "Give each footnote a name of its own.");
    } else defined.set(node.identifier, node);
  });
  visit(tree, "footnoteReference", (node) => void used.add(node.identifier));
  for (const [identifier, node] of defined) {
    if (!used.has(identifier)) {
      report(
        "footnoteUsed",
        node,
        `The footnote [^${nameOf(node)}] is never referred to, so it is not printed.`,
        "Refer to it in the text or remove it.",
      );
    }
  }
  checkDefinitions(tree, report);
  // To the parser, an undefined reference is text, which readers would see.
  visit(tree, "text", (node, _, parent) => {
    const offset = node.position?.start.offset;
    if (offset === undefined || !node.position) return;
    const written = source.slice(offset, node.position.end.offset);
    const isPlain = written === node.value;
    for (const match of written.matchAll(/(?<!\\)\[\^([^\]\s^]+)\]|(?<!\\)\]\[([^\]^]*)\]/g)) {
      const location = {
        position: { start: advance(node.position.start, written.slice(0, match.index)), end: node.position.end },
      };
      const [, footnote, reference] = match;
      if (footnote !== undefined) {
        report(
          "footnoteDefined",
          location,
          `The footnote [^${footnote}] is not defined.`,
          didYouMean(footnote, Array.from(defined.values(), nameOf)) ??
            `Write "[^${footnote}]: …" on a line of its own.`,
        );
      } else if (reference !== undefined) {
        const isDropped = isPlain && dropBrackets(node, `][${reference}]`, parent);
        // `int[][]` is not a reference.
        if (reference === "" && !isDropped) continue;
        report(
          "referenceDefined",
          location,
          `The link reference [${reference === "" ? "…][" : reference}] is not defined, so ${isDropped ? "its text is not a link" : "the brackets are printed"}.`,
          `Write "[${reference === "" ? "…" : reference}]: address" on a line of its own.`,
        );
      }
    }
  });
}

/**
 * Reports definitions that are no addresses: `[Note]: important` is one to the parser, and is not printed. The names and
 * addresses by which Markdown is given comments are not meant.
 */
function checkDefinitions(tree: Root, report: Report): void {
  const used = new Set<string>();
  visit(tree, (node) => {
    if (node.type === "linkReference" || node.type === "imageReference") used.add(node.identifier);
  });
  visit(tree, "definition", (node) => {
    if (used.has(node.identifier) || !/^[^./#:?&=%@\d]+$/.test(node.url) || /^\W|^comment/i.test(node.identifier))
      return;
    const name = node.label ?? node.identifier;
    report(
      "definitionUsed",
      node,
      `"[${name}]: ${node.url}" gives a link its address, but there is no link [${name}], so it is not printed.`,
      `If it is text, write it without brackets: **${name}:** ${node.url}`,
    );
  });
}

/**
 * Removes the brackets of an unresolved reference. Keeps those of an index such as `a[i][j]`, and of a single letter,
 * which may be a choice.
 */
function dropBrackets(node: Text, closing: string, parent: Parents | undefined): boolean {
  const end = node.value.indexOf(closing);
  if (!parent || end < 0 || !/\p{L}{2}|\[\]$/u.test(closing)) return false;
  const children: readonly RootContent[] = parent.children;
  const texts = children.slice(0, children.indexOf(node) + 1).filter((child) => child.type === "text");
  const opener = texts.findLast((text) => openingAt(text, text === node ? end : Infinity) >= 0);
  if (!opener) return false;
  const start = openingAt(opener, opener === node ? end : Infinity);
  const isIndex = /[\p{L}\p{N}_]/u.test(opener.value[start - 1] ?? "");
  if (isIndex || (opener === node && end - start < 3)) return false;
  node.value = node.value.slice(0, end) + node.value.slice(end + closing.length);
  opener.value = opener.value.slice(0, start) + opener.value.slice(start + 1);
  return true;
}

/** Returns the index of the last unclosed bracket before a position. */
function openingAt({ value }: Text, end: number): number {
  const start = value.lastIndexOf("[", Math.min(end, value.length) - 1);
  return start >= 0 && !value.slice(start, end).includes("]") ? start : -1;
}

/** Returns the label as written: identifiers of included texts are renamed in the tree. */
function nameOf({ label, identifier }: FootnoteDefinition): string {
  return label?.toLowerCase() ?? identifier;
}

function advance(start: { line: number; column: number }, passed: string): { line: number; column: number } {
  const lines = passed.split("\n");
  const last = lines.at(-1) ?? "";
  return lines.length === 1
    ? { line: start.line, column: start.column + last.length }
    : { line: start.line + lines.length - 1, column: last.length + 1 };
}
