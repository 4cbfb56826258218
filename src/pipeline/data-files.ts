import { type Facts, readFacts } from "../config/facts-file.ts";
import type { FrontMatter } from "../config/front-matter.ts";
import { type Glossary, joinGlossaries, readGlossary } from "../config/glossary-file.ts";
import type { RuleName } from "../diagnostics/rules.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { type CitationSources, readCitations } from "../source/citations.ts";
import { readSidecarFiles, type SidecarFiles } from "../source/sidecar-files.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import { readStyleSheets, type StyleSheets } from "../source/style-sheets.ts";

/** What a publication is made from besides its texts. */
export interface DataFiles {
  readonly files: readonly SourceFile[];
  /** Those that the project shares, as diagnostics name them. */
  readonly shared: ReadonlySet<string>;
  readonly citations: CitationSources | undefined;
  readonly facts: Facts;
  readonly glossary: Glossary | undefined;
  readonly styles: StyleSheets;
  /** Rules that cannot be looked at, because what they compare the text with cannot be read. */
  readonly unknowable: readonly RuleName[];
  readonly diagnostics: readonly Diagnostic[];
}

const none: SidecarFiles = new Map();

/**
 * The files that Offprint knows by their names, beside the chapters and in the folder that the project shares; what lies
 * beside the chapters comes first. What cannot be read is an error in the end. Until then all else is looked at, so that one
 * run tells of everything. `language` is BCP 47.
 */
export async function readDataFiles(
  world: World,
  source: SourcePublication,
  given: FrontMatter,
  language: string,
): Promise<DataFiles> {
  const own = await readSidecarFiles(world, source.folder, source.translation?.language);
  const common =
    source.shared === undefined
      ? undefined
      : await readSidecarFiles(world, source.shared, source.translation?.language);
  const beside = own.ok ? own.value : none;
  const shared = common?.ok ? common.value : none;
  const citations = await readCitations(world, source, { beside, shared }, given, language);
  const facts = [beside, shared].map((files) => readFacts(files.get("facts.yaml"), source.translation?.language));
  const glossaries = [beside, shared].map((files) => readGlossary(files.get("glossary.yaml"), language));
  const [ownTerms, sharedTerms] = glossaries.map((one) => (one.ok ? one.value : undefined));
  const styles = readStyleSheets(beside, shared);
  const areFactsRead = facts.every(({ ok }) => ok);
  return {
    files: [...beside.values(), ...shared.values()],
    shared: new Set(Array.from(shared.values(), (file) => file.shown)),
    citations: citations.ok ? citations.value : undefined,
    // A fact of the publication takes the place of the one that the project shares.
    facts: new Map(facts.toReversed().flatMap((one) => (one.ok ? [...one.value] : []))),
    glossary: joinGlossaries(ownTerms, sharedTerms),
    styles: styles.ok ? styles.value : {},
    unknowable: [
      ...(areFactsRead ? [] : (["factDefined", "factUsed"] as const)),
      ...(citations.ok ? [] : (["citationKnown", "referenceUsed"] as const)),
    ],
    diagnostics: [own, ...(common ? [common] : []), citations, ...facts, ...glossaries, styles].flatMap(
      (one) => one.diagnostics,
    ),
  };
}
