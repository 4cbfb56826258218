import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SourceFile } from "../../model/source.ts";
import type { Dialect } from "./dialect.ts";
import { fencedDivs } from "./fenced-divs.ts";
import { backtickFormulas, emojiShortcodes } from "./github.ts";
import { myst } from "./myst.ts";
import { obsidian } from "./obsidian.ts";
import { proseLines } from "./prose-lines.ts";
import { tocAndBreaks } from "./toc-and-breaks.ts";

/** Every dialect, in the order in which they read. Adding one is a file and a line here. */
const dialects: readonly Dialect[] = [tocAndBreaks, myst, fencedDivs, backtickFormulas, emojiShortcodes, obsidian];

/** The text with what other tools write turned into what Offprint reads, line for line, and what is to be said of it. */
export function readDialects(file: SourceFile): { readonly file: SourceFile; readonly diagnostics: Diagnostic[] } {
  // Line ends stay what they are.
  const pieces = file.text.split(/(\r\n|\r|\n)/);
  const texts = pieces.filter((_, index) => index % 2 === 0);
  const used: string[] = [];
  let firstLine = Infinity;
  for (const dialect of dialects) {
    const read = dialect.read(proseLines(texts), texts);
    if (read.size === 0) continue;
    used.push(dialect.name);
    for (const [line, text] of read) {
      texts[line - 1] = text;
      firstLine = Math.min(firstLine, line);
    }
  }
  if (used.length === 0) return { file, diagnostics: [] };
  const text = pieces.map((piece, index) => (index % 2 === 0 ? (texts[index / 2] ?? "") : piece)).join("");
  const spot = { file: file.shown, position: { start: { line: firstLine, column: 1 } } };
  const message = `Read as the syntax of other tools: ${used.join("; ")}.`;
  return { file: { ...file, text }, diagnostics: [diagnostic("dialectRead", message, undefined, spot)] };
}
