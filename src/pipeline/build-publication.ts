import type { Manifest } from "../config/manifest-file.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { chooseEditions, pageSource } from "../model/choose-editions.ts";
import type { EditionName } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import type { Metadata } from "../model/metadata.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { defaultPdfStandard } from "../model/pdf-standard.ts";
import type { Dated, Publication } from "../model/publication.ts";
import type { World } from "../model/world.ts";
import { relativePath } from "../model/shown-path.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import { searchTexts } from "../site/search/search-texts.ts";
import { forEdition } from "../transform/edition/for-edition.ts";
import { identify } from "../template/identifier.ts";
import { missingGlyphs } from "../template/missing-glyphs.ts";
import { type BuildCache, noCache } from "./build-cache.ts";
import type { BuildRequest } from "./build-request.ts";
import type { Built } from "./built.ts";
import { makingOrder } from "./edition-order.ts";
import { makeEditions } from "./make-editions.ts";
import { factEntry, toEntry } from "./manifest.ts";
import { listSections } from "./list-sections.ts";
import { preparePublication } from "./prepare.ts";
import { preload, prepareArtifact } from "./render.ts";
import type { RenderedArtifact, RenderRequest } from "./render-request.ts";
import { examinedFiles, inPublication } from "./examined-files.ts";
import { compareReadings } from "./text-parity.ts";
import { noTimer } from "./profile.ts";
import type { OpenBrowser } from "../model/browser.ts";
import { loadTemplateContext } from "./template-context.ts";

export type Step = (what: string, fraction: number) => void;

/** Builds one publication: prepares it, subsets its fonts, renders its editions. */
export async function buildPublication(
  world: World,
  source: SourcePublication,
  request: BuildRequest,
  browser: OpenBrowser,
  step: Step,
): Promise<Outcome<Built>> {
  step("reading", 0);
  const { toolVersion, config, cache = noCache, signal, time = noTimer } = request;
  // The browser starts while the text is transformed.
  const onLoaded = ({ editions }: Metadata): void => {
    if (cache === noCache) warmUp(editionsOf(editions, request).order, browser);
  };
  const prepared = await time("read and transform", () =>
    preparePublication(world, source, config, cache.draw, request, onLoaded),
  );
  if (!prepared.ok) return prepared;
  const { publication, chosen } = prepared.value;
  request.onPrepared?.(source.slug, publication);
  const { wanted, counted, order } = editionsOf(publication.metadata.editions, request);
  const context = await time("subset fonts", () => loadTemplateContext(world, publication, chosen, { wanted: order }));
  const diagnostics: Diagnostic[] = [...prepared.diagnostics, ...context.diagnostics];
  if (!context.ok) return fail(...diagnostics);

  const files = [...source.chapters.map(({ file }) => file), ...(source.settings ? [source.settings.file] : [])];
  diagnostics.push(...missingGlyphs(context.value.lacking, chosen.template, files, context.value.languages));

  const common = {
    ...context.value,
    publication,
    toolVersion,
    pdfStandard: request.pdfStandard ?? config.pdfStandard ?? defaultPdfStandard,
    browser,
    workers: world.workers,
    ...(request.plugins && { plugins: request.plugins }),
    ...(request.full && { checkers: world.checkers }),
  };
  const found = [...diagnostics];
  const make: BuildCache["make"] = (whole) =>
    time(`make ${whole.edition}`, () =>
      whole.isDraft ? noCache.make(whole) : makeFromLayout(request, source.slug, whole, cache),
    );
  const onMade = onMadeOf(request, source, diagnostics);
  const earlier = request.earlier?.(source.slug);
  const asked = { common, order, wanted, counted, make, prepare: prepareArtifact, step, signal, onMade, earlier };
  const made = await makeEditions(asked);
  diagnostics.push(...made.diagnostics);
  if (!made.ok) return fail(...diagnostics);
  const parity = compareReadings(made.value);
  diagnostics.push(...parity.values());
  const artifacts = wanted.flatMap((edition) => made.value.get(edition)?.artifact ?? []);
  const counting = [...(counted ? [counted] : []), ...wanted].find((edition) => made.value.get(edition)?.positions);
  const positions = counting && made.value.get(counting)?.positions;
  const { release } = publication.metadata;
  const manifest: Manifest = {
    slug: source.slug,
    ...described(publication),
    ...modificationOf(publication),
    ...(release && { release: release.id }),
    ...(release?.check !== undefined && { check: release.check.replace(/#.*$/, "") }),
    tool: { name: "offprint", version: toolVersion, node: world.host.nodeVersion },
    browser: artifacts.find(({ browser: printed }) => printed !== undefined)?.browser ?? null,
    sources: source.chapters.map(({ file }) => ({ path: relativePath(source.folder, file.path), sha256: file.sha256 })),
    sections: listSections(publication, positions),
    facts: publication.facts.map((fact) => factEntry(fact, positions)),
    artifacts: artifacts.map((artifact) => ({ ...toEntry(artifact), ...(release && { release: release.id }) })),
  };
  const names = new Map(files.map(({ path, shown }) => [shown, relativePath(source.folder, path)]));
  const examined = { files: examinedFiles(made.value, parity, names), found: inPublication(found, names) };
  const page = artifacts.find(({ mediaType }) => mediaType === "text/html");
  const texts = page && searchTexts(await forEdition(publication, page.edition));
  const book = artifacts.find(({ mediaType, picture }) => picture && mediaType === "application/epub+zip");
  const cover = book?.picture?.path;
  return succeed(
    {
      slug: source.slug,
      artifacts,
      manifest,
      examined,
      ...(cover !== undefined && { cover }),
      ...(texts && { texts }),
    },
    diagnostics,
  );
}

/** Returns what is made of a publication that issues these editions, and in which order. */
function editionsOf(issued: readonly EditionName[], request: BuildRequest) {
  const wanted = chooseEditions(issued, request);
  const counted = request.pageList === false ? undefined : pageSource(wanted, issued);
  return { wanted, counted, order: makingOrder(wanted, counted) };
}

/** Number of ids in a document that is printed with tags at once; a longer one is measured first, guess or not. */
const mostGuessed = 300;

/** Makes an edition, with the positions in its last print as the first guess. */
async function makeFromLayout(
  { layouts }: BuildRequest,
  slug: string,
  whole: RenderRequest,
  cache: BuildCache,
): Promise<Outcome<RenderedArtifact>> {
  const name = `${slug} ${whole.edition}`;
  const guess = layouts?.get(name);
  const made = await cache.make(guess ? { ...whole, guess } : whole);
  const positions = made.ok ? made.value.positions : undefined;
  if (positions && positions.size <= mostGuessed) layouts?.set(name, positions);
  else layouts?.delete(name);
  return made;
}

function modificationOf({ modified, dated }: Dated): Pick<Manifest, "modified"> {
  return dated === "none" ? {} : { modified: { time: modified.toISOString(), from: dated } };
}

/** Returns a callback that reports finished files, with the diagnostics of the publication so far. */
function onMadeOf({ onMade, signal }: BuildRequest, { slug }: SourcePublication, before: readonly Diagnostic[]) {
  if (!onMade) return undefined;
  const found = new Map<EditionName | undefined, readonly Diagnostic[]>([[undefined, [...before]]]);
  return (artifact: Artifact, diagnostics: readonly Diagnostic[]): void => {
    found.set(artifact.edition, diagnostics);
    if (!signal?.aborted) onMade(slug, artifact, [...found.values()].flat());
  };
}

/**
 * Starts the browser and loads the formats; with a browser, only that of PDF: the others are loaded while it prints. A
 * failure here occurs again, and is reported, where they are needed.
 */
function warmUp(editions: readonly EditionName[], browser: OpenBrowser): void {
  const formats = new Set(editions.map((name) => editionOf(name).format));
  if (formats.has("pdf")) browser().catch(() => undefined);
  preload(formats.has("pdf") ? ["pdf"] : formats).catch(() => undefined);
}

function described({ slug, metadata }: Publication) {
  const { title, authors, subtitle, description, language, date, updated = date, languages = [] } = metadata;
  const others = languages.filter(({ isThis }) => !isThis);
  return {
    id: identify({ slug, metadata }).value,
    title,
    ...(authors.length > 0 && { authors: authors.map(({ name }) => name) }),
    ...(subtitle !== undefined && { subtitle }),
    ...(description !== undefined && { description }),
    language,
    ...(others.length > 0 && {
      translations: others.map(({ language: tag, slug: other, isOriginal, path }) => ({
        language: tag,
        slug: other,
        ...(isOriginal && { original: true as const }),
        ...(path !== undefined && { path }),
      })),
    }),
    ...(updated !== undefined && { date: updated }),
  };
}
