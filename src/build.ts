import { join } from "node:path";
import type { OffprintConfig } from "./config/offprint-config.ts";
import { note } from "./diagnostics/note.ts";
import { fontsFor, makeEdition } from "./make.ts";
import type { Artifact } from "./model/artifact.ts";
import type { Diagnostic } from "./model/diagnostic.ts";
import { editionFile, editionNames, type EditionName, editions, type FormatName } from "./model/edition.ts";
import { fail, type Outcome, succeed } from "./model/outcome.ts";
import type { Browser, World } from "./model/world.ts";
import { preparePublication } from "./prepare.ts";
import { findPublications } from "./source/find.ts";
import type { SourcePublication } from "./source/source-publication.ts";
import { loadTemplate } from "./template/load.ts";
import { chooseOptions } from "./template/options.ts";
import { digest, type Manifest, toEntry } from "./write/manifest.ts";

/** What is to be built. */
export interface BuildRequest {
  /** Files and folders; `content` where none is named. */
  readonly sources: readonly string[];
  /** Instead of the editions that each publication asks for. */
  readonly editions?: readonly EditionName[];
  /** Only editions of these formats. */
  readonly formats?: readonly FormatName[];
  readonly config: OffprintConfig;
  readonly toolVersion: string;
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
  const found = await findPublications(world, request.sources);
  if (!found.ok) return found;
  const browsers = shareBrowser(world, request);
  const built: Built[] = [];
  const notes: Diagnostic[] = [...found.notes];
  let failed = false;
  try {
    for (const [index, source] of found.value.entries()) {
      const step = (what: string, fraction: number): void =>
        request.onProgress?.({ what: `${source.slug}: ${what}`, done: index + fraction, total: found.value.length });
      const outcome = await guard(() => buildOne(world, source, request, browsers.get, step), source);
      notes.push(...outcome.notes);
      if (outcome.ok) built.push(outcome.value);
      else failed = true;
    }
  } finally {
    await browsers.close();
  }
  return failed ? fail(...notes) : succeed(built, notes);
}

type Step = (what: string, fraction: number) => void;

async function buildOne(
  world: World,
  source: SourcePublication,
  request: BuildRequest,
  browser: () => Promise<Outcome<Browser>>,
  step: Step,
): Promise<Outcome<Built>> {
  step("reading", 0);
  const prepared = await preparePublication(world, source, request.config);
  if (!prepared.ok) return prepared;
  const publication = prepared.value;
  const { metadata, slug } = publication;
  const templates = join(world.host.workingFolder, request.config.templates ?? "");
  const folder = request.config.templates === undefined ? join(world.host.toolFolder, "templates") : templates;
  const template = await loadTemplate(world, folder, metadata.template.name);
  if (!template.ok) return fail(...prepared.notes, ...template.notes);
  const options = chooseOptions(template.value, metadata.template.options, publication.madeFrom[0] ?? slug);
  if (!options.ok) return fail(...prepared.notes, ...options.notes);
  const fonts = await fontsFor(world, template.value, publication, options.value);
  if (!fonts.ok) return fail(...prepared.notes, ...fonts.notes);

  const wanted = wantedEditions(metadata.editions, request);
  const notes: Diagnostic[] = [...prepared.notes, ...template.notes, ...options.notes, ...fonts.notes];
  const artifacts: Artifact[] = [];
  let browserVersion: string | null = null;
  for (const [index, edition] of wanted.entries()) {
    step(edition, (index + 1) / (wanted.length + 1));
    const path = `${slug}/${editionFile(slug, edition)}`;
    const making = {
      publication,
      template: template.value,
      options: options.value,
      fonts: fonts.value,
      edition,
      file: path,
      toolVersion: request.toolVersion,
    };
    const made = await makeEdition({ ...making, browser });
    notes.push(...made.notes);
    if (!made.ok) return fail(...notes);
    const { bytes, mediaType, pages } = made.value;
    artifacts.push({
      path,
      edition,
      mediaType,
      bytes,
      sha256: digest(bytes),
      ...(pages !== undefined && { pages }),
      madeFrom: publication.madeFrom,
    });
    if (editions[edition].format === "pdf") browserVersion = await versionOf(browser);
  }
  const manifest: Manifest = {
    slug,
    title: metadata.title,
    tool: { name: "offprint", version: request.toolVersion, node: world.host.nodeVersion },
    browser: browserVersion,
    sources: source.chapters.map(({ file }) => ({ path: file.shown, sha256: file.sha256 })),
    artifacts: artifacts.map(toEntry),
  };
  return succeed({ slug, artifacts, manifest }, notes);
}

function wantedEditions(asked: readonly EditionName[], request: BuildRequest): EditionName[] {
  const names = request.editions ?? (request.formats ? withFormats(asked, request.formats) : asked);
  return editionNames.filter(
    (name) => names.includes(name) && (!request.formats || request.formats.includes(editions[name].format)),
  );
}

/** A format that is asked for is made, even where the publication does not name an edition of it. */
function withFormats(asked: readonly EditionName[], formats: readonly FormatName[]): EditionName[] {
  const missing = formats.filter((format) => !asked.some((name) => editions[name].format === format));
  const first = missing.map((format) => editionNames.find((name) => editions[name].format === format));
  return [...asked, ...first.filter((name) => name !== undefined)];
}

async function versionOf(browser: () => Promise<Outcome<Browser>>): Promise<string | null> {
  const started = await browser();
  return started.ok ? started.value.version : null;
}

/** One browser for the whole run, started when the first edition needs it. */
function shareBrowser(world: World, request: BuildRequest) {
  let started: Promise<Outcome<Browser>> | undefined;
  const path = request.config.browser;
  const onProgress = (what: string, fraction = 0): void => request.onProgress?.({ what, done: fraction, total: 1 });
  return {
    get: () => (started ??= world.browsers.open({ ...(path !== undefined && { path }), onProgress })),
    close: async () => {
      const outcome = await started;
      if (outcome?.ok) await outcome.value.close();
    },
  };
}

/** A fault of ours ends in a diagnostic that says so, not in a stack trace; too deep a nesting is the author's. */
async function guard<T>(work: () => Promise<Outcome<T>>, source: SourcePublication): Promise<Outcome<T>> {
  const file = source.chapters[0]?.file.shown;
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError && error.message.includes("call stack")) {
      return fail(
        note("sourceSize", "The text is nested too deeply to be read.", "Quote or list to a few levels only.", {
          file,
        }),
      );
    }
    const message = error instanceof Error ? error.message : String(error);
    return fail(
      note(
        "internalFault",
        `Offprint failed: ${message}`,
        "This is a fault of Offprint: please report it with the file.",
        { file },
      ),
    );
  }
}
