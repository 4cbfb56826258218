import { extname } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { ImportDocument } from "../model/imported.ts";
import { fail, succeed } from "../model/outcome.ts";
import { decodeText } from "./decode-text.ts";
import { importDocx } from "./import-docx.ts";
import { importHtml } from "./import-html.ts";
import { importText } from "./import-text.ts";

const converters: Readonly<Record<string, ImportDocument>> = {
  ".docx": importDocx,
  ".html": (shown, bytes) => Promise.resolve(importHtml(shown, bytes)),
  ".htm": (shown, bytes) => Promise.resolve(importHtml(shown, bytes)),
  ".txt": (shown, bytes) => Promise.resolve(succeed(importText(decodeText(bytes), shown))),
};

/** The endings of the files that can be imported. */
export const importedEndings: readonly string[] = Object.keys(converters);

/** A Word, HTML or plain-text document as Markdown; the ending of its name says which it is. */
export const importDocument: ImportDocument = async (shown, bytes) => {
  const convert = converters[extname(shown).toLowerCase()];
  if (!convert) {
    const hint = `A source ends in .md or .markdown, or is a document to import: ${importedEndings.join(", ")}.`;
    return fail(diagnostic("sourceExists", `"${shown}" is not a Markdown file.`, hint));
  }
  if (bytes.length > largestDocument) {
    return fail(diagnostic("sourceSize", "The document is larger than 64 MiB.", "Split it.", { file: shown }));
  }
  return convert(shown, bytes);
};

const largestDocument = 64 * 2 ** 20;
