import { extname } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { type ImportDocument, importedEndings } from "../model/imported.ts";
import { fail, succeed } from "../model/outcome.ts";
import { decodeText } from "./decode-text.ts";

const html: ImportDocument = async (shown, bytes) => (await import("./import-html.ts")).importHtml(shown, bytes);

/** Each is loaded when a document of its kind is there. */
const converters: Readonly<Record<(typeof importedEndings)[number], ImportDocument>> = {
  ".docx": async (shown, bytes) => (await import("./import-docx.ts")).importDocx(shown, bytes),
  ".html": html,
  ".htm": html,
  ".txt": async (shown, bytes) => {
    const { importText } = await import("./import-text.ts");
    return succeed(importText(decodeText(bytes), shown));
  },
};

/** A Word, HTML or plain-text document as Markdown; the ending of its name says which it is. */
export const importDocument: ImportDocument = async (shown, bytes) => {
  const ending = importedEndings.find((one) => one === extname(shown).toLowerCase());
  if (!ending) {
    const hint = `A source ends in .md or .markdown, or is a document to import: ${importedEndings.join(", ")}.`;
    return fail(diagnostic("sourceExists", `"${shown}" is not a Markdown file.`, hint));
  }
  if (bytes.length > largestDocument) {
    return fail(diagnostic("sourceSize", "The document is larger than 64 MiB.", "Split it.", { file: shown }));
  }
  return converters[ending](shown, bytes);
};

const largestDocument = 64 * 2 ** 20;
