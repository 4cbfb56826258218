import type { CitationMaterial } from "../config/references/read-references.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import type { SidecarFiles } from "./sidecar-files.ts";
import type { SourcePublication } from "./source-publication.ts";

const fileNames = ["references.yaml", "references.json", "references.bib"] as const;

/**
 * The references beside the chapters, and the style to write them in: what the author names, or that of the American
 * Medical Association. Nothing where there are no references. `language` is BCP 47.
 */
export async function readCitations(
  world: World,
  source: SourcePublication,
  companions: SidecarFiles,
  styleName: string | undefined,
  language: string,
): Promise<Outcome<CitationMaterial | undefined>> {
  const files = fileNames.map((name) => companions.get(name)).filter((file) => file !== undefined);
  const settings = source.settings?.file ?? source.chapters[0]?.file;
  if (files.length === 0 || !settings) return succeed(undefined);
  const [{ readReferences }, { readCitationStyle }] = await Promise.all([
    import("../config/references/read-references.ts"),
    import("./citation-style.ts"),
  ]);
  const references = readReferences(files);
  const mention = { address: styleName ?? "ama", from: settings.path, file: settings.shown, ...placeOfStyle(settings) };
  const style = await readCitationStyle(world, source.folder, mention, language);
  if (!references.ok || !style.ok) return fail(...references.diagnostics, ...style.diagnostics);
  return succeed({ references: references.value, style: style.value }, [
    ...references.diagnostics,
    ...style.diagnostics,
  ]);
}

function placeOfStyle({ text }: SourceFile) {
  const line = text.split("\n").findIndex((written) => written.startsWith("citation-style:")) + 1;
  return { position: { start: { line: Math.max(1, line), column: 1 } } };
}
