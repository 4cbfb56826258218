import { type Facts, readFacts } from "../config/facts-file.ts";
import type { FrontMatter } from "../config/front-matter.ts";
import { type Glossary, joinGlossaries, readGlossary } from "../config/glossary-file.ts";
import { type RuleName, rules } from "../diagnostics/rules.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { type CitationSources, readCitations } from "../source/citations.ts";
import { readSidecarFiles, type SidecarFiles } from "../source/sidecar-files.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import { readStyleSheets, type StyleSheets } from "../source/style-sheets.ts";

/** Data files of a publication, besides its texts. */
export interface DataFiles {
  readonly files: readonly SourceFile[];
  /** Files shared by the project, as diagnostics name them. */
  readonly shared: ReadonlySet<string>;
  readonly citations: CitationSources | undefined;
  readonly facts: Facts;
  readonly glossary: Glossary | undefined;
  readonly styles: StyleSheets;
  /** Rules that cannot be checked, because a file that they need could not be read. */
  readonly unknowable: readonly RuleName[];
  readonly diagnostics: readonly Diagnostic[];
}

const none: SidecarFiles = new Map();

/**
 * Reads the data files with known names next to the chapters and in the project's shared folder; those next to the
 * chapters come first. A file that cannot be read is an error in the end, but the rest is checked first, so that one
 * run reports everything. `language` is BCP 47.
 */
export async function readDataFiles(
  world: World,
  source: SourcePublication,
  frontMatter: FrontMatter,
  language: string,
): Promise<DataFiles> {
  const own = await readSidecarFiles(world, source.folder, source.translation?.language);
  const common =
    source.shared === undefined
      ? undefined
      : await readSidecarFiles(world, source.shared, source.translation?.language);
  const beside = own.ok ? own.value : none;
  const shared = common?.ok ? common.value : none;
  const citations = await readCitations(world, source, { beside, shared }, frontMatter, language);
  const facts = [beside, shared].map((files) => readFacts(files.get("facts.yaml"), source.translation?.language));
  const glossaries = [beside, shared].map((files) => readGlossary(files.get("glossary.yaml"), language));
  const [ownTerms, sharedTerms] = glossaries.map((glossary) => (glossary.ok ? glossary.value : undefined));
  const styles = readStyleSheets(beside, shared);
  const all = [own, ...(common ? [common] : []), citations, ...facts, ...glossaries, styles];
  const areFactsRead = facts.every(({ ok }) => ok);
  return {
    files: [...beside.values(), ...shared.values()],
    shared: new Set(Array.from(shared.values(), (file) => file.shown)),
    citations: citations.ok ? citations.value : undefined,
    // A fact of the publication overrides a shared one.
    facts: new Map(facts.toReversed().flatMap((outcome) => (outcome.ok ? [...outcome.value] : []))),
    glossary: joinGlossaries(ownTerms, sharedTerms),
    styles: styles.ok ? styles.value : {},
    unknowable: [
      ...(areFactsRead ? [] : (["factDefined", "factUsed"] as const)),
      ...(citations.ok ? [] : (["citationKnown", "referenceUsed"] as const)),
    ],
    diagnostics: all.flatMap((outcome) => outcome.diagnostics).map(asLeftOut),
  };
}

/** Turns the error into a warning: a text can be published without a malformed data file. */
function asLeftOut(found: Diagnostic): Diagnostic {
  if (found.rule !== "yamlParses") return found;
  const { severity } = rules.dataFileParses;
  return { ...found, rule: "dataFileParses", severity, hint: [found.hint, "The file is left out."].join(" ").trim() };
}
