import { readFacts } from "../config/facts-file.ts";
import type { FrontMatter } from "../config/front-matter.ts";
import { readGlossary } from "../config/glossary-file.ts";
import { toMetadata } from "../config/metadata.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import { includeTexts, type WholeArticle } from "./include.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { RuleName } from "../diagnostics/rules.ts";
import type { Metadata } from "../model/metadata.ts";
import { all, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { detectLanguage } from "../parse/detect-language.ts";
import { parseArticle } from "../parse/parse-article.ts";
import { type CitationSources, readCitations } from "../source/citations.ts";
import { type SidecarFiles, readSidecarFiles } from "../source/sidecar-files.ts";
import { readStyleSheets, type StyleSheets } from "../source/style-sheets.ts";
import type { Confines } from "../source/locate-file.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import { humanise } from "../source/title-from-name.ts";
import type { TransformContext } from "../transform/context.ts";

/** Everything that a publication is made from, read and parsed: what does not depend on its variables. */
export interface LoadedSources {
  readonly source: SourcePublication;
  readonly config: OffprintConfig;
  /** What the publication says of itself, as its author wrote it. */
  readonly given: FrontMatter;
  readonly metadata: Metadata;
  /** Whether it is one article that speaks for itself. */
  readonly isArticle: boolean;
  readonly parsed: readonly WholeArticle[];
  readonly companions: SidecarFiles;
  readonly citations: CitationSources | undefined;
  readonly facts: NonNullable<TransformContext["facts"]>;
  readonly context: TransformContext;
  readonly styles: StyleSheets;
  /** Rules that cannot be looked at, because what they compare the text with cannot be read. */
  readonly unknowable: readonly RuleName[];
}

/** source → parse. */
export async function loadSources(
  world: World,
  source: SourcePublication,
  config: OffprintConfig,
): Promise<Outcome<LoadedSources>> {
  const parsed = all(await Promise.all(source.chapters.map((chapter) => readWhole(world, source, chapter.file))));
  if (!parsed.ok) return parsed;
  const isArticle = parsed.value.length === 1 && !source.settings;
  const speaks = isArticle || source.isLed ? parsed.value[0]?.frontMatter : undefined;
  const given: FrontMatter = { ...speaks, ...source.settings?.value };
  const found = given.language === undefined ? await findLanguage(parsed.value) : undefined;
  const metadata = toMetadata(
    { ...(config.template && { template: config.template }), ...found?.chosen, ...given },
    humanise(source.slug),
  );

  const companions = await readSidecarFiles(world, source.folder);
  const beside: SidecarFiles = companions.ok ? companions.value : new Map();
  const citations = await readCitations(world, source, beside, given, metadata.language);
  const facts = readFacts(beside.get("facts.yaml"));
  const styles = readStyleSheets(beside);
  const glossary = readGlossary(beside.get("glossary.yaml"), metadata.language);
  // What cannot be read is an error in the end. Until then all else is looked at, so that one run tells of everything.
  const read = {
    citations: citations.ok ? citations.value : undefined,
    facts: facts.ok ? facts.value : new Map(),
  };
  const context: TransformContext = {
    today: world.clock.now().toISOString().slice(0, 10),
    facts: read.facts,
    ...(read.citations && { citations: read.citations.library }),
    ...(glossary.ok && glossary.value && { glossary: glossary.value }),
  };
  const unknowable: RuleName[] = [
    ...(parsed.value.some(({ isRead }) => !isRead) ? (["variableDefined", "titleExists"] as const) : []),
    ...(facts.ok ? [] : (["factDefined", "factUsed"] as const)),
    ...(citations.ok ? [] : (["citationKnown", "referenceUsed"] as const)),
  ];
  const loaded = {
    unknowable,
    source,
    config,
    given,
    metadata,
    isArticle,
    companions: beside,
    context,
    styles: styles.ok ? styles.value : {},
  };
  return succeed({ ...loaded, ...read, parsed: parsed.value }, [
    ...parsed.diagnostics,
    ...(found?.diagnostics ?? []),
    ...companions.diagnostics,
    ...citations.diagnostics,
    ...facts.diagnostics,
    ...glossary.diagnostics,
    ...styles.diagnostics,
  ]);
}

/**
 * The language that all chapters name, or else the one that the words of those that name none are in, which is said.
 * English is not.
 */
async function findLanguage(articles: readonly WholeArticle[]) {
  const [named, other] = [...new Set(articles.map(({ frontMatter }) => frontMatter.language))];
  if (named !== undefined && other === undefined) return { chosen: { language: named }, diagnostics: [] };
  const unnamed = articles.filter(({ frontMatter }) => frontMatter.language === undefined);
  const language = await detectLanguage(unnamed.map(({ tree }) => tree));
  if (language === undefined) return undefined;
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  const message = `The language is taken to be ${name} (${language}), by the words of the text.`;
  const spot = { file: articles[0]?.file.shown };
  return {
    chosen: { language },
    diagnostics: [diagnostic("languageGiven", message, `Set it in the front matter: language: ${language}.`, spot)],
  };
}

async function readWhole(world: World, confines: Confines, file: SourceFile): Promise<Outcome<WholeArticle>> {
  const parsed = parseArticle(file);
  if (!parsed.ok) return parsed;
  const whole = await includeTexts(world, confines, parsed.value);
  return { ...whole, diagnostics: [...parsed.diagnostics, ...whole.diagnostics] };
}
