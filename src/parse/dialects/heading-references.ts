import { slug } from "github-slugger";
import { type Dialect, type DialectLine, outsideCode } from "./dialect.ts";

const heading = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*(?:\{([^{}]*)\})?[ \t]*$/;
const definition = /^[ \t>]*\[([^\]^]+)\]:/;
/** `[text][label]` and `[label][]`, but not an array index. */
const reference = /(?<![\w\]\\!])\[((?:[^[\]\\\n]|\\.|`[^`\n]*`)+)\]\[([^[\]\n^]*)\](?![[(:])/g;
/** Pandoc also reads a heading's text in brackets. */
const bare = /(?<![\w\]\\!])\[((?:[^[\]\\\n^@]|\\.)+)\](?![[({:])/g;
/** A qualified name in code, as the handlers of MkDocs use it: "package.module.Class". */
const dotted = /^[A-Za-z_]\w*(?:\.\w+)+(?:\([^()]*\))?$/;

/** The id of a heading on any page, which autorefs resolves. */
const anchor = /^[a-z]{3,}[a-z0-9]*(?:[-_][a-z0-9]+)*$/;
const mkdocsBlock = /^(?:!!!|\?\?\?\+?)[ \t]+[a-z]|^===[ \t]+"/;

/**
 * References to headings: `[text][Heading]` and `[Heading][]`, in R Markdown and Quarto also `[Heading]`
 * (https://pandoc.org/MANUAL.html#extension-implicit_header_references), and to names in code
 * (https://mkdocstrings.github.io/autorefs/). A heading that this text lacks may be in another chapter: it becomes a
 * link, which is resolved or reported later.
 */
export const headingReferences: Dialect = {
  name: "references to headings ([text][Heading]: pandoc, bookdown, MkDocs)",
  read(lines, { path }) {
    const read = new Map<number, string>();
    if (!isPandoc(path) && !lines.some(({ text }) => text.includes("]["))) return read;
    const isMkdocs = lines.some(({ text }) => mkdocsBlock.test(text));
    const headings = headingsOf(lines);
    const defined = new Set(lines.flatMap(({ text }) => normalise(definition.exec(text)?.[1] ?? "")));
    const idOf = (label: string): string | undefined => {
      const name = normalise(label);
      if (defined.has(name)) return undefined;
      const known = headings.get(name);
      if (known !== undefined) return known;
      if (dotted.test(label) || (isMkdocs && anchor.test(label))) return label;
      return isPandoc(path) && /^\p{Lu}.*\s/u.test(label) ? slug(label) : undefined;
    };
    for (const { line, text } of lines) {
      if (!text.includes("[") || heading.test(text)) continue;
      const changed = rewrite(text, idOf, isPandoc(path) ? (label) => headings.get(normalise(label)) : undefined);
      if (changed !== text) read.set(line, changed);
    }
    return read;
  },
};

type FindId = (label: string) => string | undefined;

function rewrite(text: string, idOf: FindId, bareId: FindId | undefined): string {
  // A label may contain code.
  const linked = text.replaceAll(reference, (written, words: string, label: string) => {
    const id = idOf((label === "" ? words : label).replaceAll(/[*`]/g, ""));
    return id === undefined ? written : `[${words}](<#${id}>)`;
  });
  if (!bareId || definition.test(linked)) return linked;
  return outsideCode(linked, (piece) =>
    piece.replaceAll(bare, (written, words: string) => {
      const id = words.length > 2 ? bareId(words) : undefined;
      return id === undefined ? written : `[${words}](<#${id}>)`;
    }),
  );
}

function headingsOf(lines: readonly DialectLine[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [index, { text }] of lines.entries()) {
    const isUnderlined = /^ {0,3}(?:=+|-+)[ \t]*$/.test(lines[index + 1]?.text ?? "") && /^\s{0,3}\p{L}/u.test(text);
    const [, words = "", attributes = ""] = heading.exec(text) ?? (isUnderlined ? [text, text.trim()] : []);
    if (words === "") continue;
    const plain = words.replaceAll(/[*_`]/g, "");
    const id = /#([^\s#]+)/.exec(attributes)?.[1] ?? slug(plain);
    const name = normalise(plain);
    if (!found.has(name)) found.set(name, id);
  }
  return found;
}

function normalise(label: string): string {
  return label.trim().replaceAll(/\s+/g, " ").toLowerCase();
}

function isPandoc(path: string): boolean {
  return /\.(?:qmd|rmd)$/i.test(path);
}
