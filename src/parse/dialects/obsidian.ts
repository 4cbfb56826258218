import { type Dialect, outsideCode } from "./dialect.ts";

/** Not `x[[1]]`, `[[1]](address)` or a note or citation in brackets. */
const wikilink = /(?<![\w[\]\\])(!?)\[\[(?![@^])([^[\]|\n]+)(?:\|([^[\]\n]+))?\]\](?![\][(:])/g;
const mark = /(?<![\w=/?&$])==(?=[^\s=])([^=\n$`]*[^\s=$`])==(?![\w=])/g;
const comment = /%%[^%\n]+%%/g;
const picture = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;

/** Wikilinks to notes that are elsewhere become their text; pictures are embedded, comments are left out. */
export const obsidian: Dialect = {
  name: "Obsidian ([[links]], ==marks==, %%comments%%)",
  read(lines) {
    const defined = new Set(lines.map(({ text }) => /^ {0,3}\[\[?([^[\]]+)\]\]?:/.exec(text)?.[1]));
    const read = new Map<number, string>();
    for (const { line, text } of lines) {
      const changed = outsideCode(text, (piece) => rewritePiece(piece, defined));
      if (changed !== text) read.set(line, changed);
    }
    return read;
  },
};

function rewritePiece(piece: string, defined: ReadonlySet<string | undefined>): string {
  return piece
    .replaceAll(comment, "")
    .replaceAll(mark, "<mark>$1</mark>")
    .replaceAll(wikilink, (written, embed: string, target: string, text?: string) =>
      defined.has(target) ? written : readLink(embed === "!", target.replace(/\\$/, ""), text),
    );
}

function readLink(embed: boolean, target: string, text: string | undefined): string {
  if (embed && picture.test(target)) {
    const alt =
      text === undefined || /^\d+(?:x\d+)?$/.test(text) ? target.replace(/^.*\//, "").replace(picture, "") : text;
    return `![${alt}](<${target}>)`;
  }
  if (target.startsWith("#")) {
    const id = target
      .slice(1)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s+/g, "-");
    return `[${text ?? target.slice(1)}](#${id})`;
  }
  return text ?? target.replace("#", ", ");
}
