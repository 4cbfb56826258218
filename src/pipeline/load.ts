import type { FrontMatter } from "../config/front-matter.ts";
import { toMetadata } from "../config/metadata.ts";
import type { ChosenConfig, OffprintConfig } from "../config/offprint-config.ts";
import { inheritedByTranslation } from "../config/translated-metadata.ts";
import { withProject } from "../config/with-project.ts";
import { checkTranslation } from "./check-translation.ts";
import { languageVersions } from "./language-versions.ts";
import { readDataFiles } from "./data-files.ts";
import { includeTexts, type WholeArticle } from "./include.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { RuleName } from "../diagnostics/rules.ts";
import type { Metadata } from "../model/metadata.ts";
import { all, type Outcome, succeed } from "../model/outcome.ts";
import { liesInside } from "../model/shown-path.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { detectLanguage } from "../parse/detect-language.ts";
import { parseArticle } from "../parse/parse-article.ts";
import { plainTitles } from "../parse/title-marks.ts";
import { texToText } from "../transform/title-content.ts";
import type { CitationSources } from "../source/citations.ts";
import type { StyleSheets } from "../source/style-sheets.ts";
import type { Confines } from "../source/locate-file.ts";
import { withLessonLinks } from "../source/lesson-links.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import { humanise } from "../source/title-from-name.ts";
import type { TransformContext } from "../transform/context.ts";

/** Everything a publication is built from, read and parsed: all that does not depend on its variables. */
export interface LoadedSources {
  readonly source: SourcePublication;
  readonly config: OffprintConfig;
  /** Metadata as the author wrote them. */
  readonly publicationMatter: FrontMatter;
  readonly metadata: Metadata;
  /** Whether it is a single article with its own metadata. */
  readonly isArticle: boolean;
  readonly parsed: readonly WholeArticle[];
  /** Data files with known names. */
  readonly companions: readonly SourceFile[];
  /** Those of them that the project shares, as diagnostics name them. */
  readonly shared: ReadonlySet<string>;
  readonly citations: CitationSources | undefined;
  readonly facts: NonNullable<TransformContext["facts"]>;
  readonly context: TransformContext;
  readonly styles: StyleSheets;
  /** Rules that cannot be checked, because a file that they need could not be read. */
  readonly unknowable: readonly RuleName[];
}

/** Loads a publication: source → parse. */
export async function loadSources(
  world: World,
  source: SourcePublication,
  config: ChosenConfig,
): Promise<Outcome<LoadedSources>> {
  const parsed = all(await Promise.all(source.chapters.map((chapter) => readWhole(world, source, chapter.file))));
  if (!parsed.ok) return parsed;
  const isArticle = parsed.value.length === 1 && !source.settings;
  const leadMetadata = isArticle || source.isLed ? parsed.value[0]?.frontMatter : undefined;
  const own: FrontMatter = { ...ofOriginal(source, isArticle), ...leadMetadata, ...source.settings?.value };
  const found = own.language === undefined ? await findLanguage(parsed.value, config.metadata?.language) : undefined;
  // A text from elsewhere is not the work of the project in whose folder the command runs.
  const isOwn = liesInside(await world.disk.realPath(world.host.workingFolder), source.folder);
  const project = { ...(isOwn && config.cited), ...config.metadata, ...found?.chosen };
  const frontMatter = plainTitles(withProject(own, project), texToText);
  const metadata = toMetadata(
    { ...(config.template && { template: config.template }), ...frontMatter },
    humanise(source.slug),
  );
  const languages = await languageVersions(source, config);

  const data = await readDataFiles(world, source, frontMatter, metadata.language);
  const { citations, facts, glossary, styles } = data;
  const context: TransformContext = {
    today: world.clock.now().toISOString().slice(0, 10),
    facts,
    ...(citations && { citations: citations.library }),
    ...(glossary && { glossary }),
  };
  const areRead = parsed.value.every(({ isRead }) => isRead);
  const unknowable: RuleName[] = [
    ...(areRead ? [] : (["variableDefined", "titleExists"] as const)),
    ...data.unknowable,
  ];
  const loaded: LoadedSources = {
    unknowable,
    source,
    config,
    publicationMatter: frontMatter,
    metadata: { ...metadata, ...(languages.length > 0 && { languages }) },
    isArticle,
    parsed: parsed.value,
    companions: data.files,
    shared: data.shared,
    citations,
    facts,
    context,
    styles,
  };
  return succeed(loaded, [
    ...parsed.diagnostics,
    ...checkTranslation(source, parsed.value),
    ...(found?.diagnostics ?? []),
    ...data.diagnostics,
  ]);
}

/** Returns what a translation inherits from its original; settings have inherited it already. */
function ofOriginal({ translation }: SourcePublication, isArticle: boolean): FrontMatter {
  if (!translation) return {};
  const { original, language } = translation;
  const [first] = isArticle || original.isLed ? original.chapters : [];
  const read = first && parseArticle(first.file);
  return { ...(read?.ok && inheritedByTranslation(read.value.frontMatter)), language };
}

/**
 * Returns the language that all chapters state, else that of the project, else the one detected in the chapters that
 * state none, which is reported unless it is English.
 */
async function findLanguage(articles: readonly WholeArticle[], project: string | undefined) {
  const [named, other] = [...new Set(articles.map(({ frontMatter }) => frontMatter.language))];
  const style = other === undefined && named !== undefined ? named : project;
  if (style !== undefined) return { chosen: { language: style }, diagnostics: [] };
  const unnamed = articles.filter(({ frontMatter }) => frontMatter.language === undefined);
  const language = await detectLanguage(unnamed.map(({ tree }) => tree));
  if (language === undefined) return undefined;
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  const message = `The language is taken to be ${name} (${language}), by the words of the text.`;
  const location = { file: articles[0]?.file.shown };
  return {
    chosen: { language },
    diagnostics: [diagnostic("languageGiven", message, `Set it in the front matter: language: ${language}.`, location)],
  };
}

async function readWhole(world: World, confines: Confines, file: SourceFile): Promise<Outcome<WholeArticle>> {
  const parsed = parseArticle(await withLessonLinks(world, confines, file));
  if (!parsed.ok) return parsed;
  const whole = await includeTexts(world, confines, parsed.value);
  return { ...whole, diagnostics: [...parsed.diagnostics, ...whole.diagnostics] };
}
