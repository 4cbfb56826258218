import type { FrontMatter } from "../config/front-matter.ts";
import type { CitationLibrary } from "../config/references/read-references.ts";
import { defaultCitationStyle } from "../model/citation-style.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { readBookReferences } from "./books/book-references.ts";
import { readBeside } from "./read-beside.ts";
import type { SidecarFiles } from "./sidecar-files.ts";
import type { SourcePublication } from "./source-publication.ts";

const fileNames = ["references.yaml", "references.json", "references.bib"] as const;

/** Data for citations, and the files that they were read from. */
export interface CitationSources {
  readonly library: CitationLibrary;
  readonly files: readonly SourceFile[];
  /** Set where the style is a file of the author. */
  readonly styleFile?: SourceFile;
}

/**
 * Reads the references next to the chapters, or else those of their book, then the shared ones, and the citation style:
 * the author's, or by default that of the American Medical Association. Undefined without references. `language` is BCP
 * 47.
 */
export async function readCitations(
  world: World,
  source: SourcePublication,
  { beside, shared }: Readonly<Record<"beside" | "shared", SidecarFiles>>,
  frontMatter: FrontMatter,
  language: string,
): Promise<Outcome<CitationSources | undefined>> {
  const settings = source.settings?.file ?? source.chapters[0]?.file;
  if (!settings) return succeed(undefined);
  const named = await readNamed(world, source, settings, frontMatter.bibliography ?? []);
  const known = referencesIn(beside);
  const own = [...known, ...named.files.filter(({ path }) => known.every((file) => file.path !== path))];
  const ofBook = own.length === 0 && !frontMatter.bibliography ? await readBookReferences(world, source, settings) : [];
  const common = [...ofBook, ...referencesIn(shared)].filter(({ path }) => own.every((file) => file.path !== path));
  const files = [...own, ...common];
  if (files.length === 0) return succeed(undefined, named.diagnostics);
  const [{ readReferences }, { readCitationStyle }] = await Promise.all([
    import("../config/references/read-references.ts"),
    import("./citation-style.ts"),
  ]);
  const references = readReferences(own, common);
  const address = frontMatter["citation-style"] ?? defaultCitationStyle;
  const reference = { address, from: settings.path, file: settings.shown, ...placeOf(settings, "citation-style|csl") };
  const style = await readCitationStyle(world, source, reference, language);
  // A style that cannot be used is replaced by the default one.
  const followed = style.ok
    ? style
    : await readCitationStyle(world, source, { ...reference, address: defaultCitationStyle }, language);
  if (!references.ok || !followed.ok) {
    return fail(...named.diagnostics, ...references.diagnostics, ...style.diagnostics);
  }
  const { file: styleFile, style: chosen } = followed.value;
  const library = { references: references.value, style: chosen, ofBook: new Set(ofBook.map(({ shown }) => shown)) };
  return succeed({ library, files, ...(styleFile && { styleFile }) }, [
    ...named.diagnostics,
    ...references.diagnostics,
    ...style.diagnostics,
  ]);
}

function referencesIn(files: SidecarFiles): SourceFile[] {
  return fileNames.map((name) => files.get(name)).filter((file) => file !== undefined);
}

/** Reads the files of `bibliography`, which must be below the project's root; reports those that cannot be read. */
async function readNamed(
  world: World,
  source: SourcePublication,
  settings: SourceFile,
  names: readonly string[],
): Promise<{ readonly files: readonly SourceFile[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { path: from, shown: file } = settings;
  const reference = { from, file, ...placeOf(settings, "bibliography") };
  const read = await Promise.all(names.map((address) => readBeside(world, source, { ...reference, address })));
  return {
    files: read.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    diagnostics: read.flatMap((outcome) => outcome.diagnostics),
  };
}

function placeOf({ text }: SourceFile, key: string) {
  const line = text.split("\n").findIndex((written) => new RegExp(`^(?:${key}):`).test(written)) + 1;
  return { position: { start: { line: Math.max(1, line), column: 1 } } };
}
