import { readTranslationRecord, type TranslationRecord } from "../config/translations-file.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { relativePath } from "../model/shown-path.ts";
import { listTextSections, type TextSection } from "../parse/list-text-sections.ts";
import { type ParsedArticle, parseArticle } from "../parse/parse-article.ts";
import type { SourceChapter, SourcePublication } from "../source/source-publication.ts";

/**
 * Minimum number of letters of a section that is reported as untranslated: a list of names may be the same in both
 * languages.
 */
const minLetters = 80;

/** Reports what is not translated yet, and what has changed in the original since. `parsed`: the chapters in order. */
export function checkTranslation(source: SourcePublication, parsed: readonly ParsedArticle[]): readonly Diagnostic[] {
  const { translation, chapters, folder } = source;
  if (!translation) return [];
  const record = readTranslationRecord(translation.record);
  const known = record.ok ? record.value : {};
  const found = chapters.flatMap((chapter, index) => {
    const text = parsed[index];
    if (chapter.isUntranslated) return [untranslated(chapter, translation.language)];
    return text && chapter.original
      ? checkText(text, chapter.original, known[relativePath(folder, chapter.file.path)])
      : [];
  });
  return [...record.diagnostics, ...found];
}

function untranslated({ file }: SourceChapter, language: string): Diagnostic {
  const message = `The chapter ${file.shown} is not translated; it appears in its original language.`;
  const hint = `offprint translate ${file.shown} --to ${language} begins its translation.`;
  return diagnostic("translationComplete", message, hint, { file: file.shown });
}

function checkText(
  text: ParsedArticle,
  originalFile: NonNullable<SourceChapter["original"]>,
  marked: TranslationRecord[string] | undefined,
): Diagnostic[] {
  const original = parseArticle(originalFile);
  if (!original.ok) return [];
  const [theirs, ours] = [listTextSections(original.value), listTextSections(text)];
  const { shown } = text.file;
  const at = (line: number) => ({ file: shown, position: { start: { line, column: 1 } } });
  const same = ours.filter(
    ({ digest, length }) => length >= minLetters && theirs.some((section) => section.digest === digest),
  );
  const found = same.map(({ title, line }) =>
    diagnostic(
      "translationComplete",
      `${nameOf(title)} is the same as in ${originalFile.shown}.`,
      "Translate it.",
      at(line),
    ),
  );
  if (!marked || Object.keys(marked).length === 0) {
    const message = `Which state of ${originalFile.shown} this translates is not known.`;
    const hint = `When it is up to date, run: offprint translate ${shown} --mark`;
    return [...found, diagnostic("translationMarked", message, hint, at(1))];
  }
  const hint = `When it is up to date, run: offprint translate ${shown} --mark`;
  const outdated = (message: string, line: number) => diagnostic("translationCurrent", message, hint, at(line));
  const where = (section: TextSection) => `${nameOf(section.title)} (${originalFile.shown}, line ${section.line})`;
  const past = Object.entries(marked);
  /**
   * Finds the line of a section of the original by its id, or by its index where both texts had equally many when it
   * was marked.
   */
  const lineOf = (id: string): number | undefined => {
    const index = past.findIndex(([pastId]) => pastId === id);
    return (ours.find((section) => section.id === id) ?? (ours.length === past.length ? ours[index] : undefined))?.line;
  };
  let last = 1;
  for (const [index, section] of theirs.entries()) {
    // A renamed section is matched by its index.
    const isRenamed = past.length === theirs.length && !(section.id in marked);
    const before = isRenamed ? past[index]?.[1] : marked[section.id];
    last = lineOf(isRenamed ? (past[index]?.[0] ?? "") : section.id) ?? last;
    if (before === section.digest) continue;
    const what = before === undefined ? "has been added" : "has changed";
    found.push(outdated(`${where(section)} ${what} since this was translated.`, last));
  }
  const gone = past.length === theirs.length ? [] : past.filter(([id]) => theirs.every((section) => section.id !== id));
  for (const [id] of gone) {
    found.push(outdated(`The section "${id}" is no longer in ${originalFile.shown}.`, lineOf(id) ?? 1));
  }
  return found.toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0));
}

function nameOf(title: string): string {
  return title === "" ? "The beginning" : `"${title}"`;
}

/** Returns the current state of an original text. */
export function stateOf(original: ParsedArticle): TranslationRecord[string] {
  return Object.fromEntries(listTextSections(original).map(({ id, digest }) => [id, digest]));
}
