import type { CitationLibrary } from "../../config/references/read-references.ts";
import CSL, { type CitationInput, type WrappedVariable } from "citeproc";
import type { CslItem, CslName } from "../../config/references/csl-item.ts";
import type { Cite } from "./parse-citation.ts";
import type { FoundCitation } from "./resolve-citations.ts";
import { monthDecliner, withLocalAccess, withLocalDates } from "./dates.ts";
import { markNames, writeNames } from "./names.ts";
import { markOthers, othersWriter } from "./others.ts";
import { dependsOnPlace, isNumeric, writesNotes } from "./style-kind.ts";
import { joinOthers, setPunctuation, withEdition } from "./wording.ts";

// By default it prints warnings about a style to standard output.
CSL.debug = () => undefined;

/** Output of the citation processor: untrusted HTML. */
export interface Processed {
  /** In the order of the citations; each cite is in `<span data-cite="key">`. */
  readonly citations: readonly string[];
  /** In the order of the list of references. */
  readonly entries: readonly {
    readonly key: string;
    readonly html: string;
    /** DOI and URL of the work. */
    readonly addresses: readonly (string | undefined)[];
  }[];
  /** Number of each work in a numeric style. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly hangs: boolean;
}

/**
 * Processes all citations of a publication in a language (BCP 47) with citeproc-js, which sorts, numbers and
 * disambiguates them.
 */
export function processCitations(
  found: readonly FoundCitation[],
  { references, style }: CitationLibrary,
  language: string,
): Processed {
  const prepare = (item: CslItem): CslItem => markNames(withEdition(withLocalAccess(item, style, language), language));
  const engine = new CSL.Engine(
    {
      retrieveItem: (id) => {
        const item = markOthers(references.get(keyOf(id))?.item);
        return { ...(item && prepare(item)), id };
      },
      retrieveLocale: (wanted) => (wanted === style.language ? style.locale : style.fallback),
      variableWrapper: markCite,
    },
    withLocalDates(style),
    style.language,
    true,
  );
  const notes = writesNotes(style);
  const printed = found.map(({ cites, kind, authorOnly }, index): CitationInput => {
    const noteIndex = notes ? index + 1 : 0;
    const isComposite = kind === "narrative" && !isNumeric(style) && authorOnly !== true;
    const properties = { noteIndex, ...(isComposite && { mode: "composite" as const }) };
    return { citationID: `c${index}`, citationItems: cites.map(toInput), properties };
  });
  const isPrinted = (index: number): boolean => found[index]?.authorOnly !== true;
  // The processor visits all citations for each one, so equal citations are processed once.
  const dependsOnPlaces = dependsOnPlace(style);
  const alike = new Map<string, CitationInput>();
  const firsts = printed.map((citation, index) => {
    const { citationItems, properties } = citation;
    const name = dependsOnPlaces ? String(index) : JSON.stringify([citationItems, properties]);
    if (isPrinted(index) && !alike.has(name)) alike.set(name, citation);
    return alike.get(name)?.citationID;
  });
  const rows = engine.rebuildProcessorState([...alike.values()], "html", []);
  const written = new Map(rows.map(([id, , html]) => [id, html]));
  const etAl = engine.getTerm("et-al") || "et al.";
  const decline = monthDecliner(language, (month) => engine.getTerm(`month-${String(month).padStart(2, "0")}`) || "");
  const others = othersWriter(etAl, engine.getTerm("and") || "and");
  const finish = (html: string): string => setPunctuation(decline(writeNames(others(html))));
  const citations = found.map(({ cites, kind, authorOnly }, index) => {
    const names =
      authorOnly === true || (kind === "narrative" && isNumeric(style))
        ? authorsOf(cites[0], references, etAl, language)
        : "";
    const cited = isPrinted(index) ? finish((written.get(firsts[index] ?? "") ?? "").replace(nothing, "")) : "";
    return joinAuthor(escape(names), cited);
  });
  const [parameters, entries] = engine.makeBibliography() || [{ entry_ids: [] }, []];
  return {
    citations,
    entries: entries.map((html, index) => {
      const key = keyOf(parameters.entry_ids[index]?.[0] ?? "");
      const item = references.get(key)?.item;
      return { key, html: finish(html), addresses: [item?.DOI, item?.URL] };
    }),
    numbers: new Map([...references.keys()].map((key) => [key, engine.registry.registry[idOf(key)]?.seq ?? 0])),
    hangs: "hangingindent" in parameters && Boolean(parameters.hangingindent),
  };
}

/** Prefixes an id, because the processor uses ids as property names and they must not collide with existing ones. */
function idOf(key: string): string {
  return `@${key}`;
}

function keyOf(id: string): string {
  return id.slice(1);
}

/** The processor's output where a style prints nothing. */
const nothing = "[NO_PRINTED_FORM]";

/** Joins author and citation: raised numbers directly, others after a space. */
function joinAuthor(names: string, cited: string): string {
  return names === "" || cited === "" || cited.startsWith("<sup>") ? names + cited : `${names} ${cited}`;
}

function toInput({ key, prefix, suffix, locator, suppressAuthor }: Cite) {
  return {
    id: idOf(key),
    ...(prefix !== "" && { prefix }),
    ...(suffix !== "" && { suffix }),
    ...(locator && { label: locator.label, locator: locator.value }),
    ...(suppressAuthor && { "suppress-author": true }),
  };
}

function markCite(wrapped: WrappedVariable, before: string, text: string, after: string): string {
  const { context, itemData, variableNames } = wrapped;
  if (context !== "citation" || variableNames[0] === "locator") return before + text + after;
  return `${before}<span data-cite="${escape(keyOf(itemData.id))}">${text}</span>${after}`;
}

/** Returns "Lee", "Lee and Roe", "Lee et al.", or the title of a work without authors. */
function authorsOf(
  cite: Cite | undefined,
  references: CitationLibrary["references"],
  etAl: string,
  language: string,
): string {
  const item: CslItem | undefined = references.get(cite?.key ?? "")?.item;
  const names = (item?.author ?? item?.editor ?? []).map(shortName);
  if (names.length > 2 || (names.length === 2 && names[1] === "others")) return joinOthers(names[0] ?? "", etAl);
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  return names.length > 0 ? list.format(names) : (item?.title?.replaceAll(richText, "") ?? cite?.key ?? "");
}

/** Markup in the fields of CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags). */
const richText = /<\/?(?:b|i|sc|span|sub|sup)\b[^<>]*>/g;

function shortName(name: CslName): string {
  const { family, given, literal } = { family: undefined, given: undefined, ...name };
  const particle = "non-dropping-particle" in name ? `${name["non-dropping-particle"]} ` : "";
  return family === undefined ? (literal ?? given ?? "") : particle + family;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
