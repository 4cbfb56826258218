import { splitPart } from "../../../model/file-part.ts";
import { type Dialect, outsideCode } from "../dialect.ts";
import { readArguments } from "./arguments.ts";
import { LeftOut } from "./left-out.ts";

const mark = /(?<!\\)\{\{#(\w+)[ \t]+([^{}]+)\}\}/g;
const listing = /^[ \t]*<(\/?)Listing\b([^<>]*)>[ \t]*$/;
const includes = new Set(["include", "rustdoc_include", "playground", "playpen"]);

/**
 * `{{#include part.md:2:10}}` of mdBook on its own line includes Markdown or, outside a code block, code
 * (https://rust-lang.github.io/mdBook/format/mdbook.html).
 */
export const mdbook: Dialect = {
  name: "includes ({{#include file}}: mdBook)",
  read(lines, { report }) {
    const read = new Map<number, string>();
    const leftOut = new LeftOut("mdBook", "Write ::include{file=part.md} on a line of its own, or copy the text.");
    for (const { line, text } of lines) {
      const changed = outsideCode(text, (piece) =>
        piece
          .replaceAll(mark, (written: string, name: string, argumentText: string) => {
            if (includes.has(name) && text.trim() === written)
              return writeInclude(argumentText.split(/[ \t]+/)[0] ?? "", written);
            if (name !== "title") leftOut.add(line, written);
            return "";
          })
          .replaceAll("\\{{#", "{{#")
          .replace(listing, (_, closing: string, argumentText: string) =>
            closing === "/" ? "" : writeListing(argumentText),
          ),
      );
      if (changed !== text) read.set(line, changed.trim() === "" ? "" : changed);
    }
    leftOut.report(report);
    return read;
  },
};

/** Writes the caption above a program, as in books about Rust. */
function writeListing(argumentText: string): string {
  const { named } = readArguments(argumentText);
  const [number, caption, file] = ["number", "caption", "file-name"].map((name) => named.get(name) ?? "");
  return [number && `**${number}**`, caption, file && `\`${file}\``].filter((piece) => piece !== "").join(" ");
}

/**
 * Writes an include of `file.md`, `file.md:2:10` or `file.md:name`. `shown`: the fallback where the file does not
 * exist.
 */
export function writeInclude(written: string, shown: string): string {
  const { address, part } = splitPart(written);
  const label = shown.includes("`") ? "" : `[\`${shown.trim()}\`]`;
  return `::include${label}{file="${address}"${part === "" ? "" : ` part="${part}"`}}`;
}
