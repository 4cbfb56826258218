import { unusedKeys } from "../config/chapter-keys.ts";
import { proseSettings } from "../config/prose.ts";
import { defaultsOf } from "../config/roster.ts";
import { variablesOf } from "../config/variables.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { inReadingOrder } from "../diagnostics/order.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { describePublication } from "./describe-publication.ts";
import type { Illustrations } from "./draw-charts.ts";
import type { LoadedSources } from "./load.ts";
import { type Image, imageKey, type ImageReference } from "../model/image.ts";
import type { Metadata } from "../model/metadata.ts";
import { type Outcome, settle } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { checkCover } from "../source/check-cover.ts";
import { loadImages } from "../source/images.ts";
import { texToText } from "../transform/title-content.ts";
import { plainText } from "../parse/title-marks.ts";
import { titleFromName } from "../source/title-from-name.ts";
import type { Confines } from "../source/locate-file.ts";
import { factsInUse, saysUnused } from "./shared-use.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import { listedFacts } from "../transform/listed-facts.ts";
import { checkFacts, checkReview } from "../transform/check-facts.ts";
import { draftChapter } from "../transform/draft.ts";
import { holdsCode } from "../transform/highlight-code.ts";
import { numberPublication } from "../transform/edition/for-edition.ts";
import { joinChapters } from "../transform/join-chapters.ts";
import type { TransformContext } from "../transform/context.ts";
import type { MasterPublication } from "../transform/whole-publication.ts";

/** A publication with its images by their references. */
export interface ResolvedPublication {
  readonly publication: MasterPublication;
  /** By `imageKey`. */
  readonly images: ReadonlyMap<string, Image>;
}

/**
 * Resolves loaded sources into a publication; may be called repeatedly. `values`, by variable name, override all
 * others. Known images are not read again.
 */
export async function resolveSources(
  world: World,
  loaded: LoadedSources,
  drawn: Illustrations,
  values: Readonly<Record<string, string>> = {},
  known: ReadonlyMap<string, Image> = new Map(),
): Promise<Outcome<ResolvedPublication>> {
  const { source, metadata } = loaded;
  const { drafts, context } = await draftChapters(loaded, drawn, values);
  const cover = coverMention(metadata, source);
  const pictures = await loadPictures(world, source, [...drafts.flatMap(({ images }) => images), ...cover], {
    known,
    drawn,
  });
  const images = new Map([...pictures.images, ...drawn.images]);
  const parts = source.chapters.map(({ part }) => (typeof part === "string" ? plainText(part, texToText) : part));
  const originals = source.chapters.map((chapter) => chapter.original?.path);
  const whole = joinChapters({ drafts, parts, originals, images, context, metadata });
  const { diagnostics, ...numbered } = await numberPublication(whole);
  const title = titleOf(loaded, numbered.chapters[0]?.title);
  const imageOf = ({ from, address }: ImageReference) => images.get(imageKey(from, address)) ?? [];
  const coverImage = cover.flatMap(imageOf)[0];
  const publication: MasterPublication = {
    ...(await describePublication(world, loaded, title, [...pictures.read, ...drawn.read])),
    ...numbered,
    whole,
    facts: listedFacts(loaded.facts, drafts, metadata.language),
    images: new Map(drafts.flatMap((draft) => draft.images.flatMap(imageOf)).map((image) => [image.name, image])),
    ...(coverImage && { cover: coverImage }),
  };
  const used = new Set(drafts.flatMap(({ facts }) => [...facts]));
  const found = [
    ...checkSettings(loaded, title, context.today),
    ...cover.flatMap((reference) => (coverImage ? checkCover(coverImage, reference) : [])),
    ...inReadingOrder([
      ...drawn.diagnostics,
      ...drafts.flatMap((draft) => draft.diagnostics),
      ...pictures.diagnostics,
      ...diagnostics,
    ]),
    ...inReadingOrder(checkFacts({ ...context, facts: factsInUse(context.facts, used, loaded.shared) }, used)),
  ];
  const isMeant = (finding: Diagnostic): boolean =>
    !loaded.unknowable.some((name) => name === finding.rule) && !saysUnused(finding, loaded.shared);
  return settle({ publication, images: pictures.images }, found.filter(isMeant));
}

/** Transforms each chapter as far as possible by itself. */
async function draftChapters(
  { source, config, publicationMatter, metadata, parsed, context: known }: LoadedSources,
  drawn: Illustrations,
  values: Readonly<Record<string, string>>,
) {
  // Transforms modify the trees; chart blocks are identified by object identity, which one clone of both preserves.
  const { trees, charts } = structuredClone({ trees: parsed.map(({ tree }) => tree), charts: drawn.charts });
  const hasCode = parsed.some(({ tree }) => holdsCode(tree));
  const { highlighter } = hasCode ? await import("../transform/highlighter.ts") : {};
  const context: TransformContext = { ...known, charts, ...(highlighter && { highlighter }) };
  const original = source.translation?.original.settings?.value.language ?? config.metadata?.language ?? "en";
  const titles = ownTitles(parsed.map(({ frontMatter }) => frontMatter.title));
  const defaults = defaultsOf(publicationMatter.roster);
  const drafting = parsed.map(({ file, included, tree, frontMatter, titleHeading }, index) =>
    draftChapter({
      file,
      included,
      tree: trees[index] ?? tree,
      language: frontMatter.language ?? (source.chapters[index]?.isUntranslated ? original : metadata.language),
      title: titles[index],
      titleHeading: titleHeading && structuredClone(titleHeading),
      fallback: plainText(source.chapters[index]?.name ?? titleFromName(file, source.slug), texToText),
      context,
      prose: proseSettings(frontMatter, publicationMatter, config),
      variables: variablesOf(
        metadata,
        publicationMatter.title,
        defaults,
        publicationMatter.variables,
        frontMatter.variables,
        values,
      ),
      columns: Object.keys(publicationMatter.roster ?? {}),
    }),
  );
  return { drafts: await Promise.all(drafting), context };
}

/** Returns the images of a publication, reading those not known yet. Drawn charts are not files. */
async function loadPictures(
  world: World,
  confines: Confines,
  references: readonly ImageReference[],
  { known, drawn }: { readonly known: ReadonlyMap<string, Image>; readonly drawn: Illustrations },
) {
  const files = references.filter(({ from, address }) => !drawn.images.has(imageKey(from, address)));
  const areKnown = files.every(({ from, address }) => known.has(imageKey(from, address)));
  return areKnown ? { images: known, diagnostics: [], read: [] } : loadImages(world, confines, files);
}

function titleOf({ source, publicationMatter, isArticle, metadata }: LoadedSources, first: string | undefined): string {
  // An article's title has the text of its formulas only there.
  return (
    (isArticle ? first : undefined) ??
    publicationMatter.title ??
    (source.isLed ? (first ?? metadata.title) : metadata.title)
  );
}

function checkSettings(
  { source, publicationMatter, metadata, parsed, isArticle }: LoadedSources,
  title: string,
  today: string,
): Diagnostic[] {
  const { keyLocation = () => ({}) } = source.settings ?? parsed[0] ?? {};
  return [
    ...(source.settings && !source.isLed && publicationMatter.title === undefined
      ? [missingTitle(source.settings.file, title)]
      : []),
    ...(isArticle
      ? []
      : parsed.slice(source.isLed ? 1 : 0).flatMap(({ file, frontMatter }) => unusedKeys(file, frontMatter))),
    ...checkReview(metadata.review, keyLocation("review", "next"), today),
  ];
}

/**
 * Returns titles from the front matter of chapters. A title that several share is ignored in favour of their headings.
 */
function ownTitles(titles: readonly (string | undefined)[]): (string | undefined)[] {
  return titles.map((title) => (titles.filter((other) => other === title).length > 1 ? undefined : title));
}

function missingTitle(file: SourceFile, title: string): Diagnostic {
  const message = `The publication has no title; it is called "${title}".`;
  return diagnostic("titleExists", message, "Give it one: title: …", { file: file.shown });
}

function coverMention(metadata: Metadata, source: SourcePublication): ImageReference[] {
  const file = source.settings?.file ?? source.chapters[0]?.file;
  if (!metadata.cover || !file) return [];
  const line = file.text.split("\n").findIndex((text) => text.startsWith("cover:")) + 1;
  const position = { start: { line: Math.max(1, line), column: 1 } };
  return [{ address: metadata.cover.image, from: file.path, file: file.shown, position }];
}
