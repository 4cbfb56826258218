import type { Nodes, Root, Text } from "mdast";
import { SKIP, visit } from "../model/visit.ts";
import { isWide } from "../model/wide-characters.ts";

const blocks = new Set(["paragraph", "heading", "defListTerm"]);

/** Punctuation that Chinese and Japanese share with other scripts. */
const shared = /[“”‘’…—–]/u;

/** Removes line breaks between two wide characters (CSS Text 4, segment break transformation rules). */
export function joinWideLines(tree: Root, language: string): void {
  const isSolid = ["zh", "ja", "yue"].includes(new Intl.Locale(language).language);
  visit(tree, (node) => {
    if (!blocks.has(node.type)) return undefined;
    joinLines(node, isSolid);
    return SKIP;
  });
}

/** Joins the lines of a block; inline code and images count as narrow. */
function joinLines(block: Nodes, isSolid: boolean): void {
  const texts: (Text | undefined)[] = [];
  visit(block, (node) => {
    if (node.type === "text") texts.push(node);
    else if (!("children" in node) && node.type !== "html" && node.type !== "footnoteReference") texts.push(undefined);
  });
  if (!texts.some((text) => text?.value.includes("\n"))) return;
  const values = texts.map((text) => text?.value ?? "x");
  for (const [index, text] of texts.entries()) {
    if (!text) continue;
    const before = [...(values[index - 1] ?? "")].at(-1) ?? "";
    const after = [...(values[index + 1] ?? "")][0] ?? "";
    text.value = joined(before, text.value, after, isSolid);
  }
}

function joined(before: string, value: string, after: string, isSolid: boolean): string {
  const lines = value.split("\n");
  return lines.reduce((text, line, index) => {
    const left = [...text].at(-1) ?? before;
    const right = [...line][0] ?? (index === lines.length - 1 ? after : "");
    return text + (meets(left, right, isSolid) ? "" : "\n") + line;
  });
}

function meets(left: string, right: string, isSolid: boolean): boolean {
  if (isWide(left) && isWide(right)) return true;
  if (!isSolid) return false;
  return (isWide(left) && shared.test(right)) || (shared.test(left) && isWide(right));
}
