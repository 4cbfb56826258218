import { readFacts } from "./config/facts-file.ts";
import type { FrontMatter } from "./config/front-matter.ts";
import { readGlossary } from "./config/glossary-file.ts";
import { wordsFor } from "./config/words.ts";
import { toMetadata } from "./config/metadata.ts";
import type { OffprintConfig } from "./config/offprint-config.ts";
import { unusedKeys } from "./config/chapter-keys.ts";
import { proseSettings } from "./config/prose.ts";
import { illustrate } from "./illustrate.ts";
import { variablesOf } from "./config/variables.ts";
import { note } from "./diagnostics/note.ts";
import { inReadingOrder } from "./diagnostics/order.ts";
import type { Diagnostic } from "./model/diagnostic.ts";
import { includeTexts, type WholeArticle } from "./include.ts";
import { imageKey, type ImageMention } from "./model/image.ts";
import type { Metadata } from "./model/metadata.ts";
import { all, fail, type Outcome, settle } from "./model/outcome.ts";
import type { Publication } from "./model/publication.ts";
import type { SourceFile } from "./model/source.ts";
import type { World } from "./model/world.ts";
import { parseArticle } from "./parse/parse-article.ts";
import { checkCover } from "./source/check-cover.ts";
import { readCompanions } from "./source/companions.ts";
import { readCitations } from "./source/citations.ts";
import { loadImages } from "./source/images.ts";
import { humanise, titleFromName } from "./source/title-from-name.ts";
import { shownPath } from "./source/shown-path.ts";
import type { SourcePublication } from "./source/source-publication.ts";
import { checkFacts, checkReview } from "./transform/check-facts.ts";
import { citePublication } from "./transform/citations/cite-publication.ts";
import { draftChapter } from "./transform/draft.ts";
import { joinChapters } from "./transform/join-chapters.ts";
import type { Material } from "./transform/material.ts";
import { smartenText } from "./transform/punctuation.ts";

/** source → parse → transform: what was read becomes a publication that any template can take. */
export async function preparePublication(
  world: World,
  source: SourcePublication,
  config: OffprintConfig,
): Promise<Outcome<Publication>> {
  const parsed = all(
    await Promise.all(source.chapters.map((chapter) => readWhole(world, source.folder, chapter.file))),
  );
  if (!parsed.ok) return parsed;
  const isArticle = parsed.value.length === 1 && !source.settings;
  const given: FrontMatter = source.settings?.value ?? (isArticle ? (parsed.value[0]?.frontMatter ?? {}) : {});
  const metadata = toMetadata(
    { ...(config.template && { template: config.template }), ...given },
    humanise(source.slug),
  );

  const companions = await readCompanions(world, source.folder);
  if (!companions.ok) return fail(...parsed.notes, ...companions.notes);
  const citations = await readCitations(world, source, companions.value, given["citation-style"], metadata.language);
  const facts = readFacts(companions.value.get("facts.yaml"));
  const glossary = readGlossary(companions.value.get("glossary.yaml"), metadata.language);
  if (!citations.ok || !facts.ok || !glossary.ok) {
    return fail(...parsed.notes, ...citations.notes, ...facts.notes, ...glossary.notes);
  }
  const languageOf = (frontMatter: FrontMatter) => frontMatter.language ?? metadata.language;
  const drawn = await illustrate(
    parsed.value.map(({ file, tree, frontMatter }) => ({ file, tree, language: languageOf(frontMatter) })),
    { world, config, metadata, folder: source.folder },
  );
  const material: Material = {
    today: world.clock.now().toISOString().slice(0, 10),
    charts: drawn.charts,
    facts: facts.value,
    ...(citations.value && { citations: citations.value }),
    ...(glossary.value && { glossary: glossary.value }),
  };
  const drafts = parsed.value.map(({ file, included, tree, frontMatter }) =>
    draftChapter({
      file,
      included,
      tree,
      language: languageOf(frontMatter),
      title: frontMatter.title,
      fallback: titleFromName(file, source.slug),
      material,
      prose: proseSettings(frontMatter, given, config),
      variables: variablesOf(metadata, given.title, given.variables, frontMatter.variables),
    }),
  );
  const cover = coverMention(metadata, source);
  const shownIn = drafts.flatMap((draft) => draft.images);
  const isFile = ({ from, address }: ImageMention) => !drawn.images.has(imageKey(from, address));
  const mentions = [...shownIn.filter(isFile), ...cover];
  const loaded = await loadImages(world, source.folder, mentions);
  const images = new Map([...loaded.images, ...drawn.images]);
  const { chapters, notes } = joinChapters(
    drafts,
    source.chapters.map((chapter) => chapter.part),
    images,
    material,
  );

  const cited =
    citations.value &&
    citePublication(
      chapters,
      drafts.map((draft) => draft.citations),
      citations.value,
      wordsFor(metadata.language),
    );

  const title = given.title ?? (isArticle ? (chapters[0]?.title ?? metadata.title) : metadata.title);
  const imageOf = (mention: ImageMention) => images.get(imageKey(mention.from, mention.address));
  const shown = drafts.flatMap((draft) => draft.images.map(imageOf)).filter((image) => image !== undefined);
  const coverImage = cover.map(imageOf).find((image) => image !== undefined);
  const files = [
    ...(source.settings ? [source.settings.file] : []),
    ...parsed.value.flatMap(({ file, included }) => [file, ...included]),
    ...companions.value.values(),
  ];
  const publication: Publication = {
    slug: source.slug,
    metadata: smarten({ ...metadata, title, shortTitle: given["short-title"] ?? title }),
    chapters,
    backMatter: cited?.backMatter ?? [],
    images: new Map(shown.map((image) => [image.name, image])),
    ...(coverImage && { cover: coverImage }),
    modified: modifiedAt(world, metadata, files),
    madeFrom: [
      ...new Set([
        ...files.map((file) => file.path),
        ...(citations.value?.style.file ? [citations.value.style.file.path] : []),
        ...loaded.read,
        ...drawn.read,
      ]),
    ]
      .map((path) => shownPath(path, source.folder))
      .toSorted(),
  };
  const unused = isArticle ? [] : parsed.value.flatMap(({ file, frontMatter }) => unusedKeys(file, frontMatter));
  const untitled = source.settings && given.title === undefined ? [missingTitle(source.settings.file, title)] : [];
  const used = new Set(drafts.flatMap((draft) => [...draft.facts]));
  const { keySpot = () => ({}) } = source.settings ?? parsed.value[0] ?? {};
  return settle(publication, [
    ...parsed.notes,
    ...untitled,
    ...unused,
    ...checkReview(metadata.review, keySpot("review", "next"), material.today),
    ...cover.flatMap((mention) => (coverImage ? checkCover(coverImage, mention) : [])),
    ...inReadingOrder([...drawn.notes, ...notes, ...loaded.notes, ...(cited?.notes ?? [])]),
    ...inReadingOrder(checkFacts(facts.value, used, material.today)),
  ]);
}

async function readWhole(world: World, folder: string, file: SourceFile): Promise<Outcome<WholeArticle>> {
  const parsed = parseArticle(file);
  if (!parsed.ok) return parsed;
  const whole = await includeTexts(world, folder, parsed.value);
  return { ...whole, notes: [...parsed.notes, ...whole.notes] };
}

function missingTitle(file: SourceFile, title: string): Diagnostic {
  const message = `The publication has no title; it is called "${title}".`;
  return note("titleExists", message, "Give it one: title: …", { file: file.shown });
}

function coverMention(metadata: Metadata, source: SourcePublication): ImageMention[] {
  const file = source.settings?.file ?? source.chapters[0]?.file;
  if (!metadata.cover || !file) return [];
  const line = file.text.split("\n").findIndex((text) => text.startsWith("cover:")) + 1;
  const position = { start: { line: Math.max(1, line), column: 1 } };
  return [{ address: metadata.cover.image, from: file.path, file: file.shown, position }];
}

/** The words that readers see get the punctuation of the language, as the text does. */
function smarten(metadata: Metadata): Metadata {
  const smart = (text: string): string => smartenText(text, metadata.language);
  return {
    ...metadata,
    title: smart(metadata.title),
    shortTitle: smart(metadata.shortTitle),
    ...(metadata.subtitle !== undefined && { subtitle: smart(metadata.subtitle) }),
    ...(metadata.description !== undefined && { description: smart(metadata.description) }),
    ...(metadata.rights !== undefined && { rights: smart(metadata.rights) }),
  };
}

/**
 * The instant that artifacts carry: `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/),
 * else the day that the front matter gives, else the last change of the files. Never the time of the build.
 */
function modifiedAt(world: World, metadata: Metadata, files: readonly SourceFile[]): Date {
  const epoch = Number(world.host.variables["SOURCE_DATE_EPOCH"] ?? "");
  if (Number.isInteger(epoch) && epoch > 0 && epoch <= latestEpoch) return new Date(epoch * 1000);
  const day = metadata.updated ?? metadata.date;
  if (day !== undefined) return new Date(`${day}T00:00:00Z`);
  const latest = Math.max(...files.map((file) => file.modified.getTime()));
  return new Date(Math.floor(latest / 1000) * 1000);
}

/** The last second that the entry of a ZIP archive, and so an EPUB, can be dated with. */
const latestEpoch = Date.UTC(2107, 11, 31, 23, 59, 58) / 1000;
