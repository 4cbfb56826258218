import type { DialectLine } from "./dialect.ts";

const fence = /^((?:[ \t]|>|[*+-][ \t]|\d{1,9}[.)][ \t])*)(`{3,}|~{3,})(.*)$/;
const frontMatterFence = /^---[ \t]*$/;

/** The lines of a text that are neither front matter nor code, fenced or indented. */
export function proseLines(texts: readonly string[]): DialectLine[] {
  const found: DialectLine[] = [];
  let closing: string | undefined;
  let blank = true;
  const start = frontMatterEnd(texts);
  for (const [index, text] of texts.entries()) {
    if (index < start) continue;
    const [, , marks, info = ""] = fence.exec(text) ?? [];
    if (closing !== undefined) {
      if (marks?.startsWith(closing) && info.trim() === "") closing = undefined;
      continue;
    }
    if (marks !== undefined && !(marks.startsWith("`") && info.includes("`"))) {
      closing = marks;
      continue;
    }
    const indentedCode = blank && /^(?: {4}|\t)/.test(text);
    if (!indentedCode) found.push({ line: index + 1, text });
    if (!indentedCode) blank = text.trim() === "";
  }
  return found;
}

function frontMatterEnd(texts: readonly string[]): number {
  if (!frontMatterFence.test(texts[0] ?? "")) return 0;
  return texts.findIndex((text, index) => index > 0 && frontMatterFence.test(text)) + 1;
}
