import { type Dialect, outsideCode } from "./dialect.ts";
import { LeftOut } from "./sites/left-out.ts";

/** Not `x[[1]]`, `[[1]](address)` or a note or citation in brackets. */
const wikilink =
  /(?<![\w[\]\\])(!?)\[\[(?![@^])([^[\]|\n]+)(?:\|([^[\]\n]+))?\]\](?![\][(]|(?<=^[ \t>]*\[\[[^[\]\n]*\]\]):)/g;
const mark = /(?<![\w=/?&$])==(?=[^\s=])((?:[^=\n$`]|\$[^$\n`]+\$)*(?:[^\s=$`]|\$[^$\n`]+\$))==(?![\w=])/g;
const markedCode = /(?<![\w=/?&$`])==(`[^`\n]+`)==(?![\w=`])/g;
const comment = /%%[^%\n]+%%/g;
const picture = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
const blockId = /(?:^|[ \t])\^(?=[\w-]*[A-Za-z])[\w-]{3,}[ \t]*$/;

/** Links to notes become links to their files; images are embedded; comments and block ids are left out. */
export const obsidian: Dialect = {
  name: "Obsidian ([[links]], ==marks==, %%comments%%)",
  read(lines, { report }) {
    const defined = new Set(lines.map(({ text }) => /^ {0,3}\[\[?([^[\]]+)\]\]?:/.exec(text)?.[1]));
    const read = new Map<number, string>();
    const leftOut = new LeftOut(
      "Obsidian",
      "A note is put in where its embed stands on a line of its own; other files are linked.",
    );
    const fences = lines.filter(({ text }) => /^%%[ \t]*$/.test(text)).map(({ line }) => line);
    for (const { line, text } of lines) {
      // Comments are between the first and the second fence, the third and the fourth, and so on.
      const at = fences.filter((fence) => fence <= line).length;
      const isCommented = (at % 2 === 1 && at < fences.length) || fences.indexOf(line) % 2 === 1;
      const changed = isCommented
        ? ""
        : outsideCode(text.replace(blockId, "").replaceAll(markedCode, "<mark>$1</mark>"), (piece) =>
            rewritePiece(piece, text, defined, (embed) => leftOut.add(line, embed)),
          );
      if (changed !== text) read.set(line, changed);
    }
    leftOut.report(report);
    return read;
  },
};

function rewritePiece(
  piece: string,
  whole: string,
  defined: ReadonlySet<string | undefined>,
  leaveOut: (embed: string) => void,
): string {
  return piece
    .replaceAll(comment, "")
    .replaceAll(mark, "<mark>$1</mark>")
    .replaceAll(wikilink, (written, embed: string, target: string, text?: string) => {
      if (defined.has(target)) return written;
      const file = target.replace(/\\$/, "").replace(/#.*$/, "");
      // What follows the name of a picture is its place on the page of a theme.
      const name = embed === "!" && picture.test(file) ? file : target.replace(/\\$/, "");
      const isNote = embed === "!" && !/\.(?!md$)\w{2,5}$/i.test(file);
      if (isNote && whole.trim() === written && !name.startsWith("#")) return writeEmbed(name, text);
      if (embed === "!" && !picture.test(name)) leaveOut(written);
      return readLink(embed === "!", name, text);
    });
}

/** Embeds a note, or a section of it; without such a file, shows its name. */
function writeEmbed(target: string, text: string | undefined): string {
  const [file = "", place] = target.split("#", 2);
  const part = place === undefined || place.startsWith("^") ? "" : ` part="#${place.replaceAll('"', "'")}"`;
  const path = /\.md$/i.test(file) ? file : `${file}.md`;
  return `::include[${text ?? target.replace("#", ", ")}]{file="${path}"${part}}`;
}

function readLink(embed: boolean, target: string, text: string | undefined): string {
  if (embed && picture.test(target)) {
    const [, width] = /^(\d+)(?:x\d+)?$/.exec(text ?? "") ?? [];
    const alt = text === undefined || width !== undefined ? target.replace(/^.*\//, "").replace(picture, "") : text;
    return `![${alt}](<${target}>)${width === undefined ? "" : `{width=${width}}`}`;
  }
  const [file = "", heading] = target.split("#", 2);
  const label = text ?? (file === "" ? (heading ?? "") : target.replace("#", ", "));
  // A block has no address.
  if (heading?.startsWith("^") && file === "") return text ?? heading.slice(1);
  const id = heading === undefined || heading.startsWith("^") ? "" : `#${slug(heading)}`;
  const path = file === "" ? "" : /\.\w{2,5}$/.test(file) ? file : `${file}.md`;
  return `[${label}](<${path}${id}>)`;
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s+/g, "-");
}
