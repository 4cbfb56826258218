import { isText, namedBox } from "../blocks/quotes.ts";
import type { Dialect } from "../dialect.ts";

const inline = /(?<=[)`*_])\{:?[ \t]*((?:[.#][\w-]|[\w-]+[ \t]*=)[^{}]*?)[ \t]*\}/g;
/** Written with spaces, or only about appearance. */
const look = /[ \t]=|=[ \t]|\b(?:target|rel|loading|align|style|fig-align|fig-pos|decoding|role)=/;
const known = /^(?:#|\.|(?:id|class|lang|dir|title|width|height)=)/;
const alone = /^[ \t]*\{:[ \t]*([^{}]*)\}[ \t]*$|^[ \t]*\{[ \t]*(\.(?:annotate|md-button|grid|card)[^{}]*)\}[ \t]*$/;
/** Behind a table, a list or a quotation (Hugo, https://gohugo.io/content-management/markdown-attributes/). */
const behind = /^[ \t]*\{[ \t]*(\.[a-z][\w-]*(?:[ \t][^{}]*)?)\}[ \t]*$/;
/** Before a block (MyST's attrs_block, https://myst-parser.readthedocs.io/en/latest/syntax/optional.html; djot). */
const ahead =
  /^((?:[ \t]|>)*)\{[ \t]*([#.][\w-]+(?:[ \t]+(?:[#.][\w-]+|[\w-]+=(?:"[^"]*"|[^\s"{}]+)))*|style=[\w-]+)[ \t]*\}[ \t]*$/;
const block = /^[ \t]*(?:[|>]|[-*+][ \t]|\d+[.)][ \t])/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
const heading = /^ {0,3}#{1,6}[ \t].*$/;

/**
 * Attributes after a colon (kramdown, Python-Markdown): keeps those of headings and spans, and drops attributes of
 * appearance.
 */
export const attributeLists: Dialect = {
  name: "attribute lists ({: .class}: kramdown, MkDocs)",
  read(lines, { texts }) {
    const read = new Map<number, string>();
    let hidden = false;
    for (const { line, text } of lines) {
      // kramdown's comments, and content that it passes through
      // (https://kramdown.gettalong.org/syntax.html#extensions).
      const [extension, end, name] =
        /^[ \t]*\{(:{1,2}\/?)(comment|nomarkdown|)(?:[ \t][^{}]*)?\/?\}[ \t]*$/.exec(text) ?? [];
      if (hidden || (extension !== undefined && (name !== "" || end?.endsWith("/")))) {
        if (extension !== undefined) hidden = name === "comment" && !(end?.endsWith("/") ?? false);
        read.set(line, "");
        continue;
      }
      const above = texts[line - 2] ?? "";
      const [whole, first, two] = alone.exec(text) ?? (block.test(above) ? behind.exec(text) : undefined) ?? [];
      if (whole !== undefined && !isOfBox(text, above, texts[line])) {
        const [id] = /#[\w-]+/.exec(first ?? two ?? "") ?? [];
        // Below the line of an underlined heading stands its text.
        const titled = underline.test(above) && isText(texts[line - 3]) ? line - 2 : line - 1;
        const title = texts[titled - 1] ?? "";
        const isHeading = heading.test(title) || titled < line - 1;
        if (id !== undefined && isHeading && !title.trimEnd().endsWith("}")) read.set(titled, `${title} {${id}}`);
        const isParagraph = id !== undefined && !isHeading && isText(above);
        read.set(line, isParagraph ? `<a id="${id.slice(1)}"></a>` : "");
        continue;
      }
      const [leading, quoting = "", given = ""] = ahead.exec(text) ?? [];
      if (leading !== undefined && isAhead(above, texts[line])) {
        const [id] = /#[\w-]+/.exec(given) ?? [];
        read.set(line, id === undefined ? quoting.trimEnd() : `${quoting}(${id.slice(1)})=`);
        continue;
      }
      const changed = text
        .replace(
          /^( {0,3}#{1,6}[ \t].*)\{:([^{}]*)\}[ \t]*$/,
          (_, before: string, inner: string) => `${before.trimEnd()} ${keep(inner.trim())}`,
        )
        .replaceAll(inline, (written, inner: string) =>
          written.startsWith("{:") || look.test(inner) ? keep(inner) : written,
        );
      if (changed !== text) read.set(line, changed.trimEnd());
    }
    return read;
  },
};

/** Reports whether a line alone begins a block: nothing, a mark of a container or the same mark of a quotation is above. */
function isAhead(above: string, below = ""): boolean {
  const begins = /^(?:[ \t]|>)*(?:$|[:`]{3,}|\([\w-]+\)=)/.test(above);
  return begins && /[^\s>]/.test(below) && !/^[ \t>]*(?:[:`]{3,}[ \t]*$|\{)/.test(below);
}

/** Reports whether it has the class of a box, which makes an adjacent quotation or paragraph one. */
function isOfBox(text: string, ...around: readonly (string | undefined)[]): boolean {
  return namedBox(text) !== undefined && around.some((one) => /^[ \t]*>/.test(one ?? "") || isText(one));
}

/** Keeps the attributes that affect readers. */
function keep(inner: string): string {
  const items = inner.match(/[#.][\w-]+|[\w-]+[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|\S+)/g) ?? [];
  const remaining = items
    .map((item) => item.replace(/[ \t]*=[ \t]*/, "=").replaceAll("'", '"'))
    .filter((item) => known.test(item));
  return remaining.length > 0 ? `{${remaining.join(" ")}}` : "";
}
