import { diagnostic } from "../diagnostics/diagnostic.ts";
import { type ImportDocument, importedEndings, kindOfName, type SourceKind } from "../model/imported.ts";
import { fail, succeed } from "../model/outcome.ts";
import { otherFormat } from "./other-format.ts";
import { decodeText } from "./decode-text.ts";

/** Converters, each loaded on first use. */
const converters: Readonly<Record<SourceKind, ImportDocument>> = {
  md: (_shown, bytes) =>
    Promise.resolve(succeed({ markdown: decodeText(bytes), pictures: new Map(), linkedPictures: [] })),
  docx: async (shown, bytes, _kind, styles) => (await import("./import-docx.ts")).importDocx(shown, bytes, styles),
  html: async (shown, bytes) => (await import("./import-html.ts")).importHtml(shown, bytes),
  txt: async (shown, bytes) => {
    const { importText } = await import("./import-text.ts");
    return succeed(importText(decodeText(bytes), shown));
  },
  ipynb: async (shown, bytes) => (await import("./import-notebook.ts")).importNotebook(shown, decodeText(bytes)),
};

/** Converts a Word, HTML or plain-text document to Markdown; its kind follows from the file extension, unless given. */
export const importDocument: ImportDocument = async (shown, bytes, kind = kindOfName(shown), styles) => {
  if (!kind) {
    const other = otherFormat(shown);
    if (other) return fail(diagnostic("sourceExists", `"${shown}" is ${other.name}, not Markdown.`, other.hint));
    const hint = `A source ends in .md or .markdown, or is a document to import: ${importedEndings.join(", ")}. Of another file, say what it is: --from.`;
    return fail(diagnostic("sourceExists", `"${shown}" is not a Markdown file.`, hint));
  }
  if (bytes.length > maxDocumentBytes) {
    return fail(diagnostic("sourceSize", "The document is larger than 64 MiB.", "Split it.", { file: shown }));
  }
  return converters[kind](shown, bytes, kind, styles);
};

const maxDocumentBytes = 64 * 2 ** 20;
