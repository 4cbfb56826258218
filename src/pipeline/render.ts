import type { BuiltInFormat, FormatName } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import { fontsFor } from "../template/fonts.ts";
import { numberSections } from "../template/number-sections.ts";
import { forEdition } from "../transform/edition/for-edition.ts";
import { readFinished } from "./text-parity.ts";
import { sha256Of } from "../model/sha256.ts";
import { artifactPath, type FormatRenderer, type RenderedArtifact, type RenderRequest } from "./render-request.ts";

/** All formats, loaded on demand. A new format needs a line here and its folder. */
const formats: Readonly<Record<BuiltInFormat, () => Promise<FormatRenderer>>> = {
  html: async () => (await import("./render-html.ts")).renderHtml,
  pdf: async () => (await import("./render-pdf.ts")).renderPdf,
  epub: async () => (await import("./render-epub.ts")).renderEpub,
  docx: async () => (await import("./render-docx.ts")).renderDocx,
  md: async () => (await import("./render-md.ts")).renderMd,
  txt: async () => (await import("./render-txt.ts")).renderTxt,
};

/** Returns the renderer of a built-in format or of a plug-in. */
async function rendererFor(name: FormatName): Promise<FormatRenderer> {
  if (Object.hasOwn(formats, name)) return formats[name as BuiltInFormat]();
  return (await import("./render-plugin.ts")).pluginFormat(name);
}

/** Loads the code of these formats. */
export async function preload(names: Iterable<FormatName>): Promise<void> {
  await Promise.all(Array.from(names, rendererFor));
}

/**
 * Loads the code of an edition and draws its cover, neither of which depends on another edition: for the time in which
 * the browser prints.
 */
export async function prepareArtifact(request: Omit<RenderRequest, "paged">): Promise<void> {
  const { template, publication, edition, options, fonts } = request;
  const { format } = editionOf(edition);
  await rendererFor(format);
  if (format !== "epub") return;
  // Drawn covers are kept until the book is composed.
  const { coverOf } = await import("../formats/epub/compose/cover.ts");
  await coverOf(template, publication, options, fontsFor(fonts, edition));
}

/** Renders and checks one edition, and sets its path in the output folder. */
export async function makeArtifact(whole: RenderRequest): Promise<Outcome<RenderedArtifact>> {
  const { edition } = whole;
  const render = await rendererFor(editionOf(edition).format);
  const selected = await forEdition(whole.publication, edition);
  const publication = whole.options["numbered-sections"] ? numberSections(selected) : selected;
  const request = { ...whole, publication, fonts: fontsFor(whole.fonts, edition) };
  const made = await render(request);
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
