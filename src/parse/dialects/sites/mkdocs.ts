import { type Dialect, outsideCode } from "../dialect.ts";
import { replaceIcons } from "../icons.ts";
import { LeftOut } from "./left-out.ts";
import { writeInclude } from "./mdbook.ts";

const keys = /\+\+([\w-]+(?:\+[\w-]+)*)\+\+/g;
/** An anchor (https://mkdocstrings.github.io/autorefs/usage/#markdown-anchors). */
const anchor = /\[\]\(\)\{[ \t]*#([\w:.-]+)[ \t]*\}/g;
const snippet = /^[ \t]*-{1,2}8<-{1,2}[ \t]+"([^"]+)"[ \t]*$/;

/** Inline syntax of Material for MkDocs: reads keys, insertions, snippets and icons. */
export const mkdocs: Dialect = {
  name: "keys, icons and snippets (++ctrl+c++: MkDocs)",
  read(lines, { report }) {
    const read = new Map<number, string>();
    const leftOut = new LeftOut(
      "Material for MkDocs",
      "Names replace icons that stand alone; write words or emoji for the others.",
    );
    for (const { line, text } of lines) {
      const [, file] = snippet.exec(text) ?? [];
      const changed =
        file === undefined
          ? outsideCode(text, (piece) =>
              replaceIcons(piece, (written) => leftOut.add(line, written))
                .replaceAll(keys, (_, pressed: string) =>
                  pressed
                    .split("+")
                    .map((key) => `<kbd>${capitalise(key)}</kbd>`)
                    .join("+"),
                )
                .replaceAll(anchor, '<a id="$1"></a>')
                .replaceAll(/\^\^(?=\S)([^^\n]+?)(?<=\S)\^\^/g, "<ins>$1</ins>"),
            )
          : writeInclude(file, text);
      const plain = changed.replaceAll(/(?<!`)`#!\w+ (?=[^`]+`(?!`))/g, "`");
      if (plain !== text) read.set(line, plain);
    }
    leftOut.report(report);
    return read;
  },
};

function capitalise(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}
