import { importDocument } from "../import/import-document.ts";
import { kindOfName } from "../model/imported.ts";

/** Converts the named files of other programs to Markdown, which the line numbers of their findings refer to. */
export async function importTexts(files: ReadonlyMap<string, Uint8Array>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [file, bytes] of files) {
    if ((kindOfName(file) ?? "md") === "md") continue;
    const imported = await importDocument(file, bytes);
    if (imported.ok) texts.set(file, imported.value.markdown);
  }
  return texts;
}
