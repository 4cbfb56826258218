import { slug } from "github-slugger";
import { type Dialect, outsideCode } from "../dialect.ts";
import { readHeading } from "../heading-line.ts";
import { safeId } from "../pandoc-attributes.ts";

const division = /^---[ \t]+(abstract|middle|back|note_\w+)[ \t]*$/;
const reference = /\{\{([^{}\n]+)\}\}/g;
const parts = /^[!?]?(?:(Sections? .+?) of )?[!?]?([\w.:/+-]+)(?:=([\w.:/+-]+))?(?:, ?(.+))?$/;
const known = /^[ \t]+([\w.:+-]+):(?:[ \t]+(RFC\d+|I-D\.[\w.-]+|BCP\d+))?[ \t]*$/;

/**
 * kramdown-rfc, used for IETF drafts (https://github.com/cabo/kramdown-rfc): sections, and references to documents and
 * sections.
 */
export const kramdownRfc: Dialect = {
  name: "divisions and references (kramdown-rfc)",
  read(lines, { texts }) {
    const read = new Map<number, string>();
    if (!texts.some((text) => division.test(text))) return read;
    const documents = documentsIn(texts);
    for (const { line, text } of lines) {
      const name = division.exec(text)?.[1];
      if (name !== undefined) read.set(line, headingOf(name));
      else if (/^\{::[\w-][^{}]*\/\}[ \t]*$/.test(text)) read.set(line, "");
      else if (text.includes("{{")) {
        const changed = outsideCode(text, (piece) =>
          piece
            .replaceAll(/\{\{\{([^{}\n]*)\}\}\}/g, "$1")
            .replaceAll(
              reference,
              (written, inner: string) => write(inner.trim().replaceAll(/[ \t]+/g, " "), documents) ?? written,
            ),
        );
        if (changed !== text) read.set(line, changed);
      }
    }
    return read;
  },
};

function headingOf(name: string): string {
  if (!name.startsWith("note_")) return "";
  return `# ${name.slice(5).replaceAll("_", " ")}`;
}

interface Documents {
  /** Addresses of the documents named in the front matter and the text. */
  readonly addresses: Map<string, string>;
  readonly anchors: ReadonlySet<string>;
}

function documentsIn(texts: readonly string[]): Documents {
  const addresses = new Map<string, string>();
  const anchors = new Set<string>();
  let name = "";
  for (const text of texts) {
    const [, own, document] = known.exec(text) ?? [];
    if (own !== undefined) name = own;
    const address = document === undefined ? /^[ \t]+target:[ \t]*["']?(https?:\S+?)["']?$/.exec(text)?.[1] : undefined;
    const found = document === undefined ? address : documentAddress(document);
    if (name !== "" && found !== undefined) addresses.set(name, found);
    for (const [, alias = "", named] of text.matchAll(/\{\{[!?]?([\w.:+-]+)=([\w.:+-]+)/g)) {
      const other = documentAddress(named ?? "");
      if (other !== undefined) addresses.set(alias, other);
    }
    for (const [, attributes = ""] of text.matchAll(/\{([^{}]*)\}/g))
      for (const [, id = ""] of attributes.matchAll(/#([\w:.-]+)/g)) anchors.add(id);
    const heading = readHeading(text);
    if (heading) anchors.add(slug(heading.words));
  }
  return { addresses, anchors };
}

/** Returns the address of a document by its name in the references: `RFC9110`, `BCP14`, `I-D.ietf-quic-http`. */
export function documentAddress(document: string): string | undefined {
  const [, series, number] = /^(RFC|BCP)0*(\d+)$/i.exec(document) ?? [];
  if (series !== undefined) return `https://www.rfc-editor.org/info/${series.toLowerCase()}${number}`;
  return document.startsWith("I-D.") ? `https://datatracker.ietf.org/doc/draft-${document.slice(4)}/` : undefined;
}

function write(inner: string, { addresses, anchors }: Documents): string | undefined {
  const [, section, name, , behind] = parts.exec(inner) ?? [];
  if (name === undefined) return undefined;
  if (anchors.has(name) && !addresses.has(name)) return `[@any:${safeId(name)}]`;
  const label = name.replace(/^(RFC|BCP)(\d+)$/, "$1 $2");
  const address = addresses.get(name) ?? documentAddress(name);
  const link = address === undefined ? String.raw`\[${label}\]` : `[${label}](${address})`;
  return [section && `${section} of`, link].filter(Boolean).join(" ") + (behind === undefined ? "" : `, ${behind}`);
}
