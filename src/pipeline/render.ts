import type { BuiltInFormat, FormatName } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import { fontsFor } from "../template/fonts.ts";
import { numberSections } from "../template/number-sections.ts";
import { forEdition } from "../transform/edition/for-edition.ts";
import { readFinished } from "./text-parity.ts";
import { sha256Of } from "../model/sha256.ts";
import { artifactPath, type Format } from "../template/format.ts";
import { formats } from "./formats.ts";
import type { RenderedArtifact, RenderRequest } from "./render-request.ts";

/** Loads a built-in format or that of a plug-in. */
async function loadFormat(name: FormatName): Promise<Format> {
  if (Object.hasOwn(formats, name)) return formats[name as BuiltInFormat]();
  return (await import("./render-plugin.ts")).pluginFormat(name);
}

/** Loads the code of these formats. */
export async function preload(names: Iterable<FormatName>): Promise<void> {
  await Promise.all(Array.from(names, loadFormat));
}

/** Loads the code of an edition and does what depends on no other edition: for the time in which the browser prints. */
export async function prepareArtifact(request: Omit<RenderRequest, "paged">): Promise<void> {
  const format = await loadFormat(editionOf(request.edition).format);
  await format.prepare?.({ ...request, fonts: fontsFor(request.fonts, request.edition) });
}

/** Renders and checks one edition, and sets its path in the output folder. */
export async function makeArtifact(whole: RenderRequest): Promise<Outcome<RenderedArtifact>> {
  const { edition } = whole;
  const format = await loadFormat(editionOf(edition).format);
  const selected = await forEdition(whole.publication, edition);
  const publication = whole.options["numbered-sections"] ? numberSections(selected) : selected;
  const request = { ...whole, publication, fonts: fontsFor(whole.fonts, edition) };
  const made = await format.render(request);
  if (!made.ok) return made;
  const { madeFrom } = publication;
  const { pageMap, positions, text, suites, ...rest } = made.value;
  const isDrawn = rest.mediaType === "application/pdf";
  // The text of a PDF comes from its fonts, so it cannot be checked where they lack characters.
  const isReadable = text !== undefined && !(isDrawn && request.lacking.length > 0);
  const reading = isReadable ? readFinished(publication, text, isDrawn) : undefined;
  const artifact = { path: artifactPath(request), edition, ...rest, sha256: sha256Of(rest.bytes), madeFrom };
  return succeed({ artifact, pageMap, positions, reading, suites }, made.diagnostics);
}
