import { type CslDate, joinDate, readDate } from "./read-date.ts";
import type { BibtexField } from "./parse-bibtex.ts";
import { hasAddress, readAddresses } from "./read-addresses.ts";
import { readNames } from "./read-names.ts";
import { countries, genres, languageOf, states, types } from "./csl-terms.ts";
import { journalOf } from "./journal-macros.ts";
import { type TexReading, texToText } from "./tex-to-text.ts";

type Item = Record<string, unknown>;

/** Fields that map directly to a CSL variable. */
const plainFields: Readonly<Record<string, string>> = {
  volume: "volume",
  version: "version",
  isbn: "ISBN",
  issn: "ISSN",
  pmid: "PMID",
  pmcid: "PMCID",
  abstract: "abstract",
  edition: "edition",
  shorttitle: "title-short",
  shortjournal: "container-title-short",
  location: "publisher-place",
  address: "publisher-place",
  series: "collection-title",
  eventtitle: "event-title",
  venue: "event-place",
  origtitle: "original-title",
  origpublisher: "original-publisher",
  pagetotal: "number-of-pages",
  volumes: "number-of-volumes",
  library: "call-number",
  annotation: "annote",
  annote: "annote",
  origlocation: "original-publisher-place",
};

const nameFields: Readonly<Record<string, string>> = {
  author: "author",
  editor: "editor",
  translator: "translator",
  bookauthor: "container-author",
  director: "director",
};

const titles = new Set(["title", "booktitle", "journal", "series", "shorttitle"]);

/** Converts the fields of an entry to CSL-JSON (the mapping that biblatex's manual and Pandoc share). */
export function toCsl(id: string, type: string, fields: ReadonlyMap<string, BibtexField>, reading: TexReading): Item {
  const raw = (name: string): string => fields.get(name)?.tex ?? "";
  const read = (name: string): string => {
    const tex = germanQuotes(raw(name));
    return journalOf(tex) ?? texToText(tex, { ...reading, keepsCase: titles.has(name) });
  };
  const first = (...names: string[]): string => names.map(read).find((text) => text !== "") ?? "";
  const kind = typeOf(type, raw("entrysubtype").trim());
  const item: Item = { id, type: kind };
  const set = (name: string, value: unknown): void => {
    if (value !== undefined && value !== "" && item[name] === undefined) item[name] = value;
  };
  for (const [field, name] of Object.entries(nameFields)) {
    const names = readNames(raw(field), reading);
    if (names.length > 0) set(name, names);
  }
  setTitles(kind, read, set);
  const part = read("part");
  set("volume", [read("volume"), part].every((text) => text !== "") ? `${read("volume")}.${part}` : "");
  set("part-number", read("volume") === "" ? part : "");
  if (kind === "patent") set("jurisdiction", countries[raw("location").trim().toLowerCase()] ?? read("location"));
  set("collection-title", seriesOf(read("series"), kind));
  for (const [field, name] of Object.entries(plainFields)) set(name, read(field));
  set(kind === "chapter" ? "chapter-number" : "section", read("chapter"));
  const isThesisOrReport = kind === "thesis" || kind === "report";
  set(
    "publisher",
    isThesisOrReport
      ? first("institution", "school", "publisher", "organization")
      : first("publisher", "organization", "institution", "school"),
  );
  if (!hasAddress(raw("howpublished"))) set("publisher", read("howpublished"));
  set("page", (read("pages") || read("eid") || read("articleno")).replaceAll(/\s*[–—]\s*/g, "-"));
  set(numberField(kind, fields), [read("number"), read("issue")].filter((text) => text !== "").join(", "));
  const genre = read("type");
  set(
    "genre",
    genres[genre.toLowerCase()] ??
      (genre || (/^(?:phdthesis|mastersthesis|techreport)$/.test(type) ? genres[type] : "")),
  );
  set(
    "issued",
    raw("date") === ""
      ? joinDate(read("year"), raw("month").replaceAll(/[{}~]/g, " ").trim(), read("day"))
      : dateOf(raw("date")),
  );
  set("accessed", dateOf(raw("urldate") || raw("lastchecked") || raw("lastaccessed")));
  set("event-date", dateOf(raw("eventdate")));
  set("original-date", dateOf(raw("origdate") || raw("origyear")));
  const { rest = "", ...addresses } = readAddresses(raw);
  for (const [name, address] of Object.entries(addresses)) set(name, address);
  set("note", [read("note"), read("addendum"), texToText(rest, reading)].filter((text) => text !== "").join(". "));
  set("keyword", read("keywords"));
  set("status", states[read("pubstate").toLowerCase()] ?? read("pubstate"));
  set("language", languageOf(raw("langid") || raw("language") || raw("hyphenation"), raw("langidopts")));
  return item;
}

function typeOf(type: string, subtype: string): string {
  if (type === "article" && (subtype === "magazine" || subtype === "newspaper")) return `article-${subtype}`;
  return types.get(type) ?? "document";
}

/** Sets the titles of a work and of its container. */
function setTitles(kind: string, read: (name: string) => string, set: (name: string, value: unknown) => void): void {
  const [title, journal, book, main, issue] = ["", "journal", "book", "main", "issue"].map((of) => titleOf(read, of));
  if (kind === "periodical" && issue) {
    set("type", "article-journal");
    set("title", issue);
    set("container-title", title);
  } else if (kind === "book") {
    set("title", main ? `${main}: ${title}` : title);
  } else {
    set("title", title);
    set("container-title", journal || [main, book].filter((text) => text !== "").join(". "));
  }
}

/** Returns a title with its subtitle and addendum; `of` is the prefix of the field names. */
function titleOf(read: (name: string) => string, of: string): string {
  const title = read(`${of}title`) || (of === "journal" ? read("journal") : "");
  const [subtitle, addition] = [`${of}subtitle`, `${of}titleaddon`].map(read);
  const joined = [title, subtitle].filter((text) => text !== "").join(/[?!:]$/.test(title) ? " " : ": ");
  return [joined, addition].filter((text) => text !== "").join(". ");
}

/** Returns a journal series, which biblatex writes as a number or as `newseries` or `oldseries`. */
function seriesOf(series: string, kind: string): string {
  if (!kind.startsWith("article-")) return series;
  const ordinal = { one: "st", two: "nd", few: "rd", other: "th" } as Record<string, string>;
  if (/^\d{1,3}$/.test(series)) {
    return `${series}${ordinal[new Intl.PluralRules("en", { type: "ordinal" }).select(Number(series))] ?? ""} series`;
  }
  return series.replace(/^(new|old)series$/, "$1 series");
}

/** Replaces the quotation mark shorthands of babel's German. */
function germanQuotes(tex: string): string {
  return /"`[\s\S]*"'/.test(tex) ? tex.replaceAll('"`', "„").replaceAll("\"'", "“") : tex;
}

function numberField(kind: string, fields: ReadonlyMap<string, unknown>): string {
  if (kind.startsWith("article-") || kind === "periodical") return "issue";
  return fields.has("series") && /^(?:book|chapter|paper-conference)$/.test(kind) ? "collection-number" : "number";
}

function dateOf(tex: string): CslDate | undefined {
  return readDate(texToText(tex.replaceAll("~", "\\textasciitilde{}")));
}
