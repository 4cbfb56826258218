import type { OffprintConfig } from "../config/offprint-config.ts";
import type { Manifest } from "../config/manifest-file.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { loadTemplateContext } from "./template-context.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { chooseEditions, type EditionChoice, type EditionName, pageSource } from "../model/edition.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { PagedEdition } from "../model/page-map.ts";
import { defaultPdfStandard, type PdfStandard } from "../model/pdf-standard.ts";
import type { Publication } from "../model/publication.ts";
import type { Browser } from "../model/browser.ts";
import type { World } from "../model/world.ts";
import { isMadeLast, makingOrder, offeredFiles } from "./edition-order.ts";
import { findSources } from "./find-sources.ts";
import { preparePublication } from "./prepare.ts";
import { withExtracted } from "./extracted-files.ts";
import { noCache, type BuildCache } from "./build-cache.ts";
import { relativePath } from "../source/shown-path.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import { missingGlyphs } from "../template/missing-glyphs.ts";
import { toEntry } from "./manifest.ts";

/** What is to be built. */
export interface BuildRequest extends EditionChoice {
  /** Whether an e-book names the pages of a paged edition, which is printed for that; unless told otherwise, it does. */
  readonly pageList?: boolean | undefined;
  /** Files and folders, relative to the working folder or absolute. */
  readonly sources: readonly string[];
  /** The project's root, before what the configuration says; else the repository, or the folder that is named. */
  readonly root?: string | undefined;
  readonly config: OffprintConfig;
  readonly toolVersion: string;
  /** What earlier runs made; where it is left out, everything is made anew. */
  readonly cache?: BuildCache;
  /** What the PDFs are to be, before what the configuration says. */
  readonly pdfStandard?: PdfStandard | undefined;
  /** Whether the official checkers look at each e-book as well, which takes seconds and needs Java. */
  readonly full?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

/** Where a build is: `done` of `total` steps are behind it. */
export interface Progress {
  readonly what: string;
  readonly done: number;
  readonly total: number;
}

/** One publication, finished and checked; not yet on the disk. */
export interface Built {
  readonly slug: string;
  readonly artifacts: readonly Artifact[];
  readonly manifest: Manifest;
}

/** The whole flow: find, read, parse, transform, then template, write and verify for each edition. */
export async function build(world: World, request: BuildRequest): Promise<Outcome<Built[]>> {
  const found = await findSources(world, request.sources, request.root ?? request.config.root);
  if (!found.ok) return found;
  const browser = shareBrowser(world, request);
  const total = found.value.length;
  const outcomes: Outcome<Built>[] = [];
  try {
    for (const [index, source] of found.value.entries()) {
      const step: Step = (what, fraction) =>
        request.onProgress?.({ what: `${source.slug}: ${what}`, done: index + fraction, total });
      outcomes.push(
        await guard(source, () =>
          buildOne(withExtracted(world, source.extracted), source, request, browser.open, step),
        ),
      );
    }
  } finally {
    await browser.close();
    await request.cache?.tidy();
  }
  const diagnostics = [...found.diagnostics, ...outcomes.flatMap((outcome) => outcome.diagnostics)];
  const built = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  return built.length === total ? succeed(built, diagnostics) : fail(...diagnostics);
}

type OpenBrowser = () => Promise<Outcome<Browser>>;
type Step = (what: string, fraction: number) => void;

async function buildOne(
  world: World,
  source: SourcePublication,
  request: BuildRequest,
  browser: OpenBrowser,
  step: Step,
): Promise<Outcome<Built>> {
  step("reading", 0);
  const { toolVersion, cache = noCache } = request;
  const prepared = await preparePublication(world, source, request.config, cache.draw);
  if (!prepared.ok) return prepared;
  const { publication, chosen } = prepared.value;
  const wanted = chooseEditions(publication.metadata.editions, request);
  const counted = request.pageList === false ? undefined : pageSource(wanted, publication.metadata.editions);
  const order = makingOrder(wanted, counted);
  const context = await loadTemplateContext(world, publication, chosen, { wanted: order });
  const diagnostics: Diagnostic[] = [...prepared.diagnostics, ...context.diagnostics];
  if (!context.ok) return fail(...diagnostics);

  const files = [...source.chapters.map(({ file }) => file), ...(source.settings ? [source.settings.file] : [])];
  diagnostics.push(...missingGlyphs(context.value.lacking, context.value.template, files));

  const pdfStandard = request.pdfStandard ?? request.config.pdfStandard ?? defaultPdfStandard;
  const made = new Map<EditionName, Artifact>();
  let paged: PagedEdition | undefined;
  for (const [index, edition] of order.entries()) {
    step(edition, (index + 1) / (order.length + 1));
    const mapsPages = edition === counted;
    const one = await cache.make({
      ...context.value,
      publication,
      edition,
      toolVersion,
      pdfStandard,
      browser,
      mapsPages,
      paged,
      ...(isMadeLast(edition) && { finished: offeredFiles(wanted, made) }),
      ...(request.full && { checkers: world.checkers }),
    });
    diagnostics.push(...one.diagnostics);
    if (!one.ok) return fail(...diagnostics);
    made.set(edition, one.value.artifact);
    if (one.value.pageMap) paged = { edition, pageMap: one.value.pageMap };
  }
  const artifacts = wanted.flatMap((edition) => made.get(edition) ?? []);
  const manifest: Manifest = {
    slug: source.slug,
    ...described(publication),
    tool: { name: "offprint", version: toolVersion, node: world.host.nodeVersion },
    browser: artifacts.find(({ browser: printed }) => printed !== undefined)?.browser ?? null,
    sources: source.chapters.map(({ file }) => ({ path: relativePath(source.folder, file.path), sha256: file.sha256 })),
    artifacts: artifacts.map(toEntry),
  };
  return succeed({ slug: source.slug, artifacts, manifest }, diagnostics);
}

function described({ metadata }: Publication) {
  const { title, subtitle, description, language, date, updated = date } = metadata;
  return {
    title,
    ...(subtitle !== undefined && { subtitle }),
    ...(description !== undefined && { description }),
    language,
    ...(updated !== undefined && { date: updated }),
  };
}

/** One browser for the whole run, started when the first edition needs it. */
export function shareBrowser(world: World, request: Pick<BuildRequest, "config" | "onProgress">) {
  let started: Promise<Outcome<Browser>> | undefined;
  const path = request.config.browser;
  const onProgress = (what: string, fraction = 0): void => request.onProgress?.({ what, done: fraction, total: 1 });
  return {
    open: () => (started ??= world.browsers.open({ ...(path !== undefined && { path }), onProgress })),
    close: async () => {
      const outcome = await started;
      if (outcome?.ok) await outcome.value.close();
    },
  };
}

/** A fault of ours ends in a diagnostic that says so, not in a stack trace; too deep a nesting is the author's. */
async function guard<T>(source: SourcePublication, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const file = source.chapters[0]?.file.shown;
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError && error.message.includes("call stack")) {
      const hint = "Quote or list to a few levels only.";
      return fail(diagnostic("sourceSize", "The text is nested too deeply to be read.", hint, { file }));
    }
    const message = error instanceof Error ? error.message : String(error);
    const hint = "This is a fault of Offprint: please report it with the file.";
    return fail(diagnostic("internalFault", `Offprint failed: ${message}`, hint, { file }));
  }
}
