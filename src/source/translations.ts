import { basename, dirname, join } from "node:path";
import { type PublicationFile, publicationFile } from "../config/publication-file.ts";
import { readPlacedYaml } from "../config/read-yaml.ts";
import { inheritedByTranslation } from "../config/translated-metadata.ts";
import { all, fail, type Outcome, succeed } from "../model/outcome.ts";
import { liesInside, shownPath } from "../model/shown-path.ts";
import type { SourceFile } from "../model/source.ts";
import { readTranslationName } from "../model/translation-name.ts";
import type { World } from "../model/world.ts";
import { readText } from "./read-text.ts";
import { liesOutside, toEntries } from "./read-chapters.ts";
import type {
  PublicationFolder as Folder,
  Settings,
  SourceChapter,
  SourcePublication,
  Translation,
} from "./source-publication.ts";

/** Records which state of each original a translation was made from. `offprint translate --mark` writes it. */
export const translationRecordName = "translations.yaml";

/**
 * Reads the translations of a publication, sorted by language: files next to its texts with a language in their name.
 */
export async function readTranslations(world: World, original: Folder): Promise<Outcome<Folder[]>> {
  const names = await namesBeside(world, original);
  const languages = new Set([...names.values()].flatMap((files) => [...files.keys()]));
  const read = await Promise.all(
    [...languages].toSorted().map((language) => readInLanguage(world, original, language, names)),
  );
  return all(read);
}

/** Translations by language, by the path of the original. */
type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

async function namesBeside(world: World, { chapters, settings }: Folder): Promise<Names> {
  const texts = [...chapters.map(({ file }) => file.path), ...(settings ? [settings.file.path] : [])];
  const folders = new Set(texts.map((path) => dirname(path)));
  const names = new Map<string, Map<string, string>>();
  for (const folder of folders) {
    for (const { name, kind } of await world.disk.list(folder)) {
      const read = kind === "file" ? readTranslationName(name) : undefined;
      const of = read && join(folder, read.original);
      // A text in a list is a chapter, whatever its name.
      if (!of || !texts.includes(of) || texts.includes(join(folder, name))) continue;
      names.set(of, (names.get(of) ?? new Map<string, string>()).set(read.language, name));
    }
  }
  return names;
}

async function readInLanguage(
  world: World,
  original: Folder,
  language: string,
  names: Names,
): Promise<Outcome<Folder>> {
  const chapters = all(
    await Promise.all(
      original.chapters.map(async (chapter): Promise<Outcome<SourceChapter>> => {
        const name = names.get(chapter.file.path)?.get(language);
        if (name === undefined) return succeed({ ...chapter, isUntranslated: true });
        const file = await readConfined(world, original.folder, join(dirname(chapter.file.path), name));
        if (!file.ok) return file;
        const { name: _, ...rest } = chapter;
        return succeed({ ...rest, file: file.value, original: chapter.file }, file.diagnostics);
      }),
    ),
  );
  if (!chapters.ok) return chapters;
  const settings = original.settings && (await readSettings(world, original.settings, language, names));
  if (settings && !settings.ok) return settings;
  const record = await readRecord(world, original.folder);
  const translation: Translation = { language, original, ...(record && { record }) };
  const folder: Folder = {
    folder: original.folder,
    ...(settings && { settings: settings.value }),
    ...(original.isLed !== undefined && { isLed: original.isLed }),
    chapters: withParts(chapters.value, settings?.value.value.chapters),
    translation,
  };
  return succeed(folder, [...chapters.diagnostics, ...(settings?.diagnostics ?? [])]);
}

/**
 * Reads `publication.es.yaml`, which overrides the original's settings. Its list, if any, only supplies part titles.
 */
async function readSettings(
  world: World,
  original: Settings,
  language: string,
  names: Names,
): Promise<Outcome<Settings>> {
  const { chapters, ...rest } = original.value;
  const inherited = { ...inheritedByTranslation(rest), language };
  const name = names.get(original.file.path)?.get(language);
  if (name === undefined) {
    const { title } = original.value;
    return succeed({ ...original, value: { ...inherited, chapters, ...(title !== undefined && { title }) } });
  }
  const folder = dirname(original.file.path);
  const file = await readConfined(world, folder, join(folder, name));
  if (!file.ok) return file;
  const { text, shown } = file.value;
  const read = readPlacedYaml(text, publicationFile, { file: shown, rule: "publicationShape" });
  if (!read.ok) return read;
  const { value, keyLocation } = read.value;
  return succeed({ file: file.value, value: { ...inherited, ...value }, keyLocation }, [
    ...file.diagnostics,
    ...read.diagnostics,
  ]);
}

/** Replaces part titles in order, if the translated list has any. */
function withParts(chapters: readonly SourceChapter[], list: PublicationFile["chapters"] = []): SourceChapter[] {
  const titles = toEntries(list).flatMap((entry) => ("part" in entry ? [entry.part] : []));
  return chapters.map((chapter) =>
    typeof chapter.part === "string" ? { ...chapter, part: titles.shift() ?? chapter.part } : chapter,
  );
}

export async function readRecord(world: World, folder: string): Promise<SourceFile | undefined> {
  const path = join(folder, translationRecordName);
  const state = await world.disk.stat(path);
  const read = state?.kind === "file" ? await readConfined(world, folder, path) : undefined;
  return read?.ok ? read.value : undefined;
}

async function readConfined(world: World, folder: string, path: string): Promise<Outcome<SourceFile>> {
  const real = await world.disk.realPath(path).catch(() => path);
  const location = { file: shownPath(path, world.host.workingFolder) };
  return liesInside(folder, real) ? readText(world, path) : fail(liesOutside(basename(path), location));
}

/** Returns a translation named by the user as a publication of one text, if its original is next to it. */
export async function asTranslation(
  world: World,
  folder: string,
  file: SourceFile,
): Promise<Pick<SourcePublication, "chapters" | "translation"> | undefined> {
  const read = readTranslationName(basename(file.path));
  const path = read && join(folder, read.original);
  const state = path === undefined ? undefined : await world.disk.stat(path).catch(() => undefined);
  const original = path !== undefined && state?.kind === "file" ? await readConfined(world, folder, path) : undefined;
  if (!read || !original?.ok) return undefined;
  const record = await readRecord(world, folder);
  return {
    chapters: [{ file, original: original.value }],
    translation: {
      language: read.language,
      original: { chapters: [{ file: original.value }] },
      ...(record && { record }),
    },
  };
}

/** Links publications that are the same text in several languages. */
export function withVersions(publications: readonly SourcePublication[]): SourcePublication[] {
  const keyOf = (publication: SourcePublication): string | undefined => {
    const { settings, chapters } = publication.translation?.original ?? publication;
    return (settings?.file ?? chapters[0]?.file)?.path;
  };
  const groups = Map.groupBy(publications, keyOf);
  return publications.map((publication) => {
    const group = groups.get(keyOf(publication)) ?? [];
    if (group.length < 2) return publication;
    const versions = group.flatMap(({ slug, settings, chapters, translation }) => {
      const file = settings?.file ?? chapters[0]?.file;
      const { language } = translation ?? {};
      return file ? [{ slug, file, ...(language && { language }), ...(settings && { settings: settings.value }) }] : [];
    });
    const isOriginal = ({ language }: { readonly language?: string }): boolean => language === undefined;
    const ordered = versions.toSorted((a, b) =>
      isOriginal(a) !== isOriginal(b) ? (isOriginal(a) ? -1 : 1) : (a.language ?? "") < (b.language ?? "") ? -1 : 1,
    );
    return { ...publication, versions: ordered };
  });
}
