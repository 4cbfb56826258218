import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { h } from "hastscript";

/** Joins adjacent paragraphs that only contain code to one code block. */
export function joinCodeLines(root: Root): void {
  const remaining: ElementContent[] = [];
  let lines: Element[] = [];
  const close = (): void => {
    if (lines.length < 2) remaining.push(...lines);
    else remaining.push(h("pre", h("code", lines.map((line) => lineOf(line)).join("\n"))));
    lines = [];
  };
  for (const child of root.children as ElementContent[]) {
    const isLine = child.type === "element" && child.tagName === "p" && isCode(child);
    if (
      isLine ||
      (lines.length > 0 && child.type === "element" && child.tagName === "p" && toString(child).trim() === "")
    )
      lines.push(child);
    else if (child.type !== "text" || child.value.trim() !== "") {
      close();
      remaining.push(child);
    }
  }
  close();
  root.children = remaining;
}

function isCode(line: Element): boolean {
  const parts = line.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return parts.length > 0 && parts.every((child) => child.type === "element" && child.tagName === "code");
}

/** Trims a line; its indentation consists of no-break spaces. */
function lineOf(line: Element): string {
  const text = toString(line)
    .replaceAll(/[ \t\n]+/g, " ")
    .replace(/^ /, "");
  return text.replaceAll("\u00A0", " ").trimEnd();
}
