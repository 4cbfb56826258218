import { type Dialect, type DialectLine, outsideCode } from "./dialect.ts";
import { LeftOut } from "./sites/left-out.ts";

/** `key:: value`, on its own line or after the marker of a list item. */
const property = /^([ \t]*(?:>[ \t]*)?(?:[-*+][ \t]+)?)([A-Za-z][\w./-]*)::(?:[ \t]+(.*))?$/;
/** Properties that only Logseq uses. */
const own =
  /^(?:id|collapsed|background-color|heading|icon|public|filters|template|template-including-parent|exclude-from-graph-view|(?:created|updated)-at|logseq\..*|query-.*|card-.*|ls-type|hl-.*|file-path|background-image)$/;
const blockReference = /\(\(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)\)/g;
const macro = /\{\{(?:embed|query|video|youtube|tweet|renderer|cloze|namespace|function|zotero-[\w-]+)\b[^{}\n]*\}\}/g;
const drawer = /^[ \t]*(?:[-*+][ \t]+)?(?::(?:LOGBOOK|PROPERTIES):[ \t]*$|#\+BEGIN_(?:QUERY|COMMENT|EXPORT)\b)/i;
const drawerEnd = /^[ \t]*(?::END:|#\+END_(?:QUERY|COMMENT|EXPORT))[ \t]*$/i;
const codeEdge = /^([ \t]*(?:[-*+][ \t]+)?)#\+(?:BEGIN_(?:EXAMPLE|SRC)\b[ \t]*([\w+#-]*)|END_(?:EXAMPLE|SRC)\b).*$/i;
const planned = /^[ \t]*(?:SCHEDULED|DEADLINE):[ \t]*<[^<>]*>[ \t]*$/;
const boxStart = /^([ \t]*(?:[-*+][ \t]+)?)#\+BEGIN_(NOTE|TIP|IMPORTANT|CAUTION|WARNING)\b.*$/i;
const quoteStart = /^([ \t]*(?:[-*+][ \t]+)?)#\+BEGIN_(?:QUOTE|CENTER|PINNED|VERSE)\b.*$/i;
const quoteEnd = /^[ \t]*#\+END_(?:QUOTE|CENTER|PINNED|VERSE)[ \t]*$/i;
const boxEnd = /^([ \t]*)#\+END_(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING)[ \t]*$/i;

/**
 * Logseq (https://github.com/logseq/docs): properties, references to blocks, boxes; leaves out what only Logseq can
 * show.
 */
export const logseq: Dialect = {
  name: "Logseq (key:: value, ((references)))",
  read(lines, { texts, report }) {
    const read = new Map<number, string>();
    const leftOut = new LeftOut("Logseq", "Write what they show into the text.");
    const blocks = namedBlocks(lines);
    let isDrawn = false;
    let isQuoted = false;
    let isCode = false;
    for (const { line, text } of lines) {
      if (isDrawn || drawer.test(text)) {
        isDrawn = !drawerEnd.test(text);
        const isDropped = text.includes("#+");
        read.set(line, isDropped ? "" : (/^([ \t]*(?:[-*+][ \t]+)?)/.exec(text)?.[1]?.trimEnd() ?? ""));
        continue;
      }
      const [, beforeCode, language = ""] = codeEdge.exec(text) ?? [];
      if (beforeCode !== undefined) isCode = /BEGIN_/i.test(text);
      if (beforeCode !== undefined || isCode) {
        if (beforeCode !== undefined) read.set(line, `${beforeCode}\`\`\`${language}`);
        continue;
      }
      const [, beforeQuote] = quoteStart.exec(text) ?? [];
      if (beforeQuote !== undefined || quoteEnd.test(text)) {
        isQuoted = beforeQuote !== undefined;
        read.set(line, beforeQuote === undefined ? "" : `${beforeQuote}>`);
        continue;
      }
      const quoted = isQuoted ? text.replace(/^[ \t]*/, "$&> ") : text;
      const changed = planned.test(text)
        ? ""
        : outsideCode(readBox(readProperty(quoted, texts[line])), (piece) =>
            piece
              .replaceAll(macro, (written) => {
                if (/^\{\{embed[ \t]+\(\([0-9a-f-]{36}\)\)[ \t]*\}\}$/.test(written)) return written.slice(8, -2);
                const address = /\bhttps?:\/\/[^\s{}]+/.exec(written)?.[0];
                if (address !== undefined) return `<${address}>`;
                const [, cloze] = /^\{\{cloze[ \t]+([^{}]*)\}\}$/.exec(written) ?? [];
                if (cloze === undefined) leftOut.add(line, written);
                return cloze ?? "";
              })
              .replaceAll(blockReference, (written, id: string) => {
                const words = blocks.get(id);
                if (words === undefined) leftOut.add(line, written);
                return words ?? "";
              })
              .replaceAll(/#\[\[([^[\]\n]+)\]\]/g, "$1")
              .replaceAll(/\[\[@([^[\]\n]+)\]\]/g, (written, name: string) =>
                name.trimEnd().includes(" ", 1) ? name.trimEnd() : written,
              ),
          );
      if (changed !== text) read.set(line, changed);
    }
    leftOut.report(report);
    return read;
  },
};

/** Ends a property line with a hard break if another property follows. */
function readProperty(text: string, below = ""): string {
  const [, before = "", key = "", value = ""] = property.exec(text) ?? [];
  if (key === "") return text;
  if (own.test(key) || value.trim() === "") return before.trimEnd();
  const [, , next = "", nextValue = ""] = property.exec(below) ?? [];
  const isFollowed = next !== "" && !own.test(next) && nextValue.trim() !== "" && !/^[ \t]*[-*+][ \t]/.test(below);
  return `${before}${key}: ${value.trim()}${isFollowed ? "\\" : ""}`;
}

function readBox(text: string): string {
  const [, before, kind = ""] = boxStart.exec(text) ?? [];
  if (before !== undefined) return `${before}:::${kind.toLowerCase()}`;
  return text.replace(boxEnd, "$1:::");
}

/** Returns the text of the blocks that have an id. */
function namedBlocks(lines: readonly DialectLine[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [index, { text }] of lines.entries()) {
    const [, id] = /^[ \t]*id::[ \t]+([0-9a-f-]{36})[ \t]*$/.exec(text) ?? [];
    const above = lines[index - 1]?.text.replace(/^[ \t]*(?:[-*+][ \t]+)?(?:#+[ \t]+)?/, "").trim();
    if (id !== undefined && above !== undefined && above !== "") found.set(id, above);
  }
  return found;
}
