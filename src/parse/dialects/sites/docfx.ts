import type { Dialect } from "../dialect.ts";
import { firstOf, readArguments } from "./arguments.ts";
import { writeInclude } from "./mdbook.ts";
import { LeftOut } from "./left-out.ts";

const include = /^[ \t]*\[!INCLUDE[ \t]*\[[^\]]*\]\(([^()]+)\)\][ \t]*$/i;
const code = /^[ \t]*(?:>[ \t]*)?\[!code-[\w-]+\[[^\]]*\]\(([^()?#]+)[^()]*\)\][ \t]*$/i;
const video = /\[!VIDEO[ \t]+(https?:\/\/[^\s\]]+)\]/gi;
const look = /^[ \t]*>[ \t]*\[!div[^\]]*\][ \t]*$/i;
const image = /^([ \t]*):::image[ \t]+(.*?):::[ \t]*$/;
const imageEnd = /^[ \t]*:::image-end:::[ \t]*$/;
const zone = /^[ \t]*::: *(?:zone[ \t]+(?:pivot|target)=.*|zone-end|moniker[ \t]+range=.*|moniker-end)[ \t]*$/;
const row = /^[ \t]*:::(row|column)(?:[ \t][^:]*)?:::[ \t]*$/;
const rowEnd = /^[ \t]*:::(row|column)-end:::[ \t]*$/;
const tab = /^# \[([^\]]+)\]\(#tab\/[^()]+\)[ \t]*$/;

/** Help pages of Microsoft Learn and DocFX (https://learn.microsoft.com/contribute/content/markdown-reference). */
export const docfx: Dialect = {
  name: "marks of DocFX (:::image, [!INCLUDE])",
  read(lines, { texts, report }) {
    const read = new Map<number, string>();
    const leftOut = new LeftOut("DocFX", "Write the text that is for this publication alone.");
    const hasTabs = texts.some((text) => tab.test(text));
    let inRow = false;
    let inTabs = false;
    for (const { line, text } of lines) {
      const changed = rewrite(text);
      if (zone.test(text) && !text.includes("-end")) leftOut.add(line, text.trim());
      if (row.test(text) || rowEnd.test(text)) inRow = !rowEnd.test(text) || !text.includes("row-end");
      if (tab.test(text)) inTabs = true;
      // A thematic break ends a group of tabs.
      const isEnd = hasTabs && inTabs && /^-{3,}[ \t]*$/.test(text) && (texts[line - 2] ?? "").trim() === "";
      if (isEnd) inTabs = false;
      // Content of a column is indented only for readability.
      const moved = isEnd ? "" : inRow && changed === text ? text.replace(/^ {1,6}/, "") : changed;
      if (moved !== text) read.set(line, moved);
    }
    leftOut.report(report);
    return read;
  },
};

function rewrite(text: string): string {
  if (zone.test(text) || look.test(text) || imageEnd.test(text)) return "";
  const [, file] = include.exec(text) ?? code.exec(text) ?? [];
  if (file !== undefined) return writeInclude(file.replace(/^~\//, "/"), text);
  const [, end] = rowEnd.exec(text) ?? [];
  if (end !== undefined) return end === "row" ? "::::" : ":::";
  const [, start] = row.exec(text) ?? [];
  if (start !== undefined) return start === "row" ? "::::div{.columns}" : ":::div{.column}";
  const [, name] = tab.exec(text) ?? [];
  if (name !== undefined) return `**${name}**`;
  const [, indent = "", argumentText] = image.exec(text) ?? [];
  if (argumentText !== undefined) return indent + writeImage(argumentText);
  return text.replaceAll(video, "<$1>");
}

function writeImage(argumentText: string): string {
  const read = readArguments(argumentText);
  const alt = (firstOf(read, "alt-text") ?? "").replaceAll(/[[\]]/g, String.raw`\$&`);
  return `![${alt}](<${firstOf(read, "source") ?? ""}>)`;
}
