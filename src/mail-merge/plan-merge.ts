import { resolve } from "node:path";
import type { OffprintConfig } from "../config/offprint-config.ts";
import { variablesOf } from "../config/variables.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { loadSources, type LoadedSources } from "../pipeline/load.ts";
import { drawCharts, type Illustrations } from "../pipeline/draw-charts.ts";
import { chooseTemplate, loadTemplateContext } from "../pipeline/template-context.ts";
import type { TemplateContext } from "../template/format.ts";
import { noCache } from "../pipeline/build-cache.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceKind } from "../model/imported.ts";
import { fail, type Outcome, settle, succeed } from "../model/outcome.ts";
import type { Person } from "../model/roster.ts";
import type { World } from "../model/world.ts";
import { findSources } from "../pipeline/find-sources.ts";
import { withExtracted } from "../pipeline/extracted-files.ts";
import { settingsPlace } from "../pipeline/prepare.ts";
import { resolveSources, type ResolvedPublication } from "../pipeline/resolve.ts";
import { columnsFor } from "./roster/columns.ts";
import { readPeople, type RosterReading, type RosterSummary, summariseRoster } from "./roster/read-roster.ts";
import { shownPath } from "../model/shown-path.ts";
import { missingGlyphs } from "../template/missing-glyphs.ts";
import { smartenText } from "../transform/punctuation.ts";
import { variablesIn } from "../transform/variables.ts";

/** The roster and the publication to merge. */
export interface MergeSources {
  /** A CSV file, relative to the working folder or absolute. */
  readonly roster: string;
  /** A Markdown file or a publication folder. */
  readonly source: string;
  /** The column that file names are taken from. */
  readonly nameBy?: string | undefined;
  /** Kind of the source, whatever its name. */
  readonly from?: SourceKind | undefined;
  readonly config: OffprintConfig;
}

/** Everything known before the first handout is built; every row is valid. */
export interface MergePlan {
  readonly loaded: LoadedSources;
  readonly drawn: Illustrations;
  readonly reading: RosterReading;
  readonly summary: RosterSummary;
  readonly first: Person;
  /** The publication of the first person. */
  readonly resolved: ResolvedPublication;
  /** With the characters of all persons. */
  readonly context: TemplateContext;
}

/** Data on the roster, where another machine has read it. */
export interface ReadRoster {
  readonly summary: RosterSummary;
  readonly first: Person;
}

/** Plans a merge: find → load → plan. Reads the article once, and the whole roster once unless it is known. */
export async function planMerge(world: World, request: MergeSources, known?: ReadRoster): Promise<Outcome<MergePlan>> {
  const found = await findSources(world, [request.source], {
    from: request.from,
    shared: request.config.shared,
    styles: request.config.import?.styles,
  });
  if (!found.ok) return found;
  // A folder means the original; a translation must be named by its file.
  const [source, other] = found.value.length > 1 ? found.value.filter(({ translation }) => !translation) : found.value;
  if (!source || other) {
    const hint = "Name one Markdown file or one publication folder.";
    return fail(diagnostic("sourceExists", `A merge is of one publication; "${request.source}" has others.`, hint));
  }
  const inside = withExtracted(world, source.extracted);
  const loaded = await loadSources(inside, source, request.config);
  if (!loaded.ok) return loaded;
  const path = resolve(world.host.workingFolder, request.roster);
  const file = shownPath(path, world.host.workingFolder);
  if (!known && (await world.disk.stat(path))?.kind !== "file") {
    return fail(diagnostic("sourceExists", `There is no roster "${file}".`, "Name a CSV file.", { file }));
  }
  const reading: RosterReading = {
    file,
    open: () => world.disk.readPieces(path),
    columns: columnsOf(loaded.value),
    language: loaded.value.metadata.language,
    nameBy: request.nameBy,
    stem: source.slug,
  };
  const summarised = known ? succeed(known.summary) : await summariseRoster(reading);
  const diagnostics: Diagnostic[] = [...found.diagnostics, ...loaded.diagnostics, ...summarised.diagnostics];
  if (!summarised.ok) return fail(...diagnostics);
  const summary = summarised.value;
  const first = known?.first ?? ((await readPeople(reading, summary).next()).value as Person);
  const chosen = await chooseTemplate(world, loaded.value.metadata, request.config, settingsPlace(loaded.value));
  diagnostics.push(...chosen.diagnostics);
  if (!chosen.ok) return fail(...diagnostics);
  const drawn = await drawCharts(inside, loaded.value, chosen.value, noCache.draw, true);
  const resolved = await resolveSources(inside, loaded.value, drawn, first.values);
  diagnostics.push(...resolved.diagnostics);
  if (!resolved.ok) return fail(...diagnostics);
  const { publication } = resolved.value;
  const characters = [...summary.characters.keys()].join("");
  const more = characters + smartenText(`a "${characters}" '${characters}'`, reading.language);
  const context = await loadTemplateContext(world, publication, chosen.value, { more });
  diagnostics.push(...context.diagnostics);
  if (!context.ok) return fail(...diagnostics);
  const files = source.chapters.map((chapter) => chapter.file);
  const { lacking, template, languages } = context.value;
  diagnostics.push(
    ...missingGlyphs(
      lacking.filter((character) => !summary.characters.has(character)),
      template,
      files,
      languages,
    ),
    ...missingInRoster(lacking, context.value, reading.file, summary),
  );
  return settle(
    { loaded: loaded.value, drawn, reading, summary, first, resolved: resolved.value, context: context.value },
    diagnostics,
  );
}

/** Returns the variables that the article uses but does not define, and the columns that it declares. */
function columnsOf({ parsed, metadata, publicationMatter }: LoadedSources): RosterReading["columns"] {
  const used = new Set(parsed.flatMap(({ tree }) => [...variablesIn(tree)]));
  const own = parsed.map(({ frontMatter }) => frontMatter.variables);
  const defined = variablesOf(metadata, publicationMatter.title, publicationMatter.variables, ...own);
  return columnsFor(used, new Set(defined.keys()), publicationMatter.roster);
}

/** Reports the first row with each character that the template's fonts lack, up to a few. */
function missingInRoster(
  lacking: readonly string[],
  { template, languages }: TemplateContext,
  file: string,
  summary: RosterSummary,
): Diagnostic[] {
  return lacking.flatMap((character) => {
    const place = summary.characters.get(character);
    return place
      ? missingGlyphs([character], template, [], languages).map((finding) => ({ ...finding, file, place }))
      : [];
  });
}
