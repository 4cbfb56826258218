import { unzipSync } from "fflate";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../../model/outcome.ts";
import type { Parts } from "./parts.ts";

/** Maximum unpacked size of a document in bytes. */
const maxContentBytes = 256 * 2 ** 20;

/** Unpacks the parts of a document up to a maximum size, whatever the archive declares. */
export function unpack(file: string, bytes: Uint8Array): Outcome<Parts> {
  let total = 0;
  try {
    const parts = unzipSync(bytes, { filter: ({ originalSize }) => (total += originalSize) <= maxContentBytes });
    if (total > maxContentBytes) {
      return fail(
        diagnostic("sourceSize", "The document unpacks to more than 256 MiB.", "Make its pictures smaller.", { file }),
      );
    }
    return parts["word/document.xml"] ? succeed(parts) : fail(unreadable(file, "it has no word/document.xml"));
  } catch (error) {
    return fail(unreadable(file, error instanceof Error ? error.message : String(error)));
  }
}

export function unreadable(file: string, reason: string): Diagnostic {
  const hint = "Open it in a word processor and save it again as .docx.";
  return diagnostic("sourceExists", `"${file}" is not a Word document that can be read: ${reason}.`, hint, { file });
}
