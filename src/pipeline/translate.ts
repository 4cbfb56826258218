import { join } from "node:path";
import { stringify } from "yaml";
import type { FrontMatter } from "../config/front-matter.ts";
import { findFrontMatter } from "../config/front-matter-text.ts";
import { readTranslationRecord, type TranslationRecord, writeTranslationRecord } from "../config/translations-file.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { relativePath, shownPath } from "../model/shown-path.ts";
import type { SourceFile } from "../model/source.ts";
import { translationName } from "../model/translation-name.ts";
import type { World } from "../model/world.ts";
import { type ParsedArticle, parseArticle } from "../parse/parse-article.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import { readRecord, translationRecordName } from "../source/translations.ts";
import { stateOf } from "./check-translation.ts";

/** Keys of a translation's front matter that hold words; the others are inherited from the original. */
const words = ["title", "subtitle", "short-title", "description", "keywords", "rights"] as const;

/** States by folder, then by the translation's path relative to it. */
type States = Map<string, TranslationRecord>;

/**
 * Starts translations: copies each text of these publications that has no translation in the language, and records what
 * it was copied from. Never changes existing files. Resolves with the written files.
 */
export async function beginTranslations(
  world: World,
  found: readonly SourcePublication[],
  language: string,
): Promise<Outcome<string[]>> {
  const written: string[] = [];
  const states: States = new Map();
  const begin = async (original: SourceFile, text: string): Promise<string | undefined> => {
    const path = translationName(original.path, language);
    if (await world.disk.stat(path)) return undefined;
    await world.disk.write(path, new TextEncoder().encode(text));
    written.push(shownPath(path, world.host.workingFolder));
    return path;
  };
  for (const { folder, chapters, settings } of found.filter(({ translation }) => !translation)) {
    if (settings) await begin(settings.file, stringify(saidInWords(settings.value, settings.value.chapters)));
    for (const { file } of chapters) {
      const parsed = parseArticle(file);
      const path = parsed.ok ? await begin(file, copyOf(parsed.value, file.text)) : undefined;
      if (path !== undefined && parsed.ok) note(states, folder, path, stateOf(parsed.value) ?? {});
    }
  }
  if (written.length === 0) {
    const hint = "Name an original, such as a folder with an article.md; existing texts are never overwritten.";
    return fail(diagnostic("commandShape", `There is nothing to translate into ${language}.`, hint));
  }
  return recordStates(world, states, written);
}

/**
 * Marks translations, or one section of each, as up to date: builds then report what has changed since. Resolves with
 * the written files.
 */
export async function markTranslations(
  world: World,
  found: readonly SourcePublication[],
  section: string | undefined,
): Promise<Outcome<string[]>> {
  const states: States = new Map();
  const diagnostics: Diagnostic[] = [];
  for (const { folder, chapters, translation } of found) {
    const record = readTranslationRecord(translation?.record);
    for (const { file, original } of translation ? chapters : []) {
      const parsed = original && parseArticle(original);
      if (!parsed?.ok) continue;
      const now = stateOf(parsed.value) ?? {};
      const before = record.ok ? record.value[relativePath(folder, file.path)] : undefined;
      if (section === undefined) note(states, folder, file.path, now);
      else if (now[section] !== undefined) note(states, folder, file.path, withSection(now, before, section));
    }
  }
  if (states.size === 0) {
    const message = section === undefined ? "There is no translation here." : `No original has a section "${section}".`;
    const hint =
      section === undefined
        ? "A translation lies beside its original: article.es.md beside article.md."
        : "Sections are named by the ids of the original's headings.";
    return fail(...diagnostics, diagnostic("commandShape", message, hint));
  }
  return recordStates(world, states, []);
}

/** In the order of the original, so that a renamed section is still matched by its index. */
function withSection(
  now: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>> = {},
  section: string,
): Record<string, string> {
  const marked: Readonly<Record<string, string | undefined>> = { ...before, [section]: now[section] };
  const ids = [...Object.keys(now), ...Object.keys(before)];
  return Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const digest = marked[id];
      return digest === undefined ? [] : [[id, digest] as const];
    }),
  );
}

function note(states: States, folder: string, path: string, state: Readonly<Record<string, string>>): void {
  states.set(folder, { ...states.get(folder), [relativePath(folder, path)]: state });
}

async function recordStates(world: World, states: States, written: readonly string[]): Promise<Outcome<string[]>> {
  const files = [...written];
  for (const [folder, marked] of states) {
    const known = readTranslationRecord(await readRecord(world, folder));
    const path = join(folder, translationRecordName);
    const text = writeTranslationRecord({ ...(known.ok ? known.value : {}), ...marked });
    await world.disk.write(path, new TextEncoder().encode(text));
    files.push(shownPath(path, world.host.workingFolder));
  }
  return succeed(files);
}

function copyOf({ frontMatter }: ParsedArticle, text: string): string {
  const lines = findFrontMatter(text)?.lines ?? 0;
  const body = text.split("\n").slice(lines).join("\n");
  const entries = saidInWords(frontMatter);
  return Object.keys(entries).length === 0 ? body : `---\n${stringify(entries)}---\n${body}`;
}

/** Returns the values that hold words. Part titles in a list of chapters are words, too. */
function saidInWords(frontMatter: FrontMatter, chapters: readonly unknown[] = []): Record<string, unknown> {
  const entries = words.flatMap((key) => (frontMatter[key] === undefined ? [] : [[key, frontMatter[key]] as const]));
  const hasParts = chapters.some((entry) => typeof entry !== "string");
  return { ...Object.fromEntries(entries), ...(hasParts && { chapters }) };
}
