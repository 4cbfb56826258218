import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { ImportedDocument } from "../model/imported.ts";
import { readNotebook } from "../model/notebook.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";

/** Converts a Jupyter notebook to Markdown with its stored outputs; their pictures become files. */
export function importNotebook(shown: string, json: string): Outcome<ImportedDocument> {
  const pictures = new Map<string, Uint8Array>();
  const read = readNotebook(json, (type, data) => {
    const name = `pictures/picture-${pictures.size + 1}.${type.replace(/^image\/(.*?)(?:\+xml)?$/, "$1").replace("jpeg", "jpg")}`;
    pictures.set(name, Buffer.from(data, "base64"));
    return name;
  });
  if ("reason" in read) return fail(notANotebook(shown, read.reason));
  return succeed({ markdown: read.markdown, pictures, linkedPictures: [] });
}

function notANotebook(file: string, reason: string) {
  const message = `This is not a Jupyter notebook: ${reason}.`;
  return diagnostic("sourceIsText", message, "Open it in Jupyter and save it again.", { file });
}
