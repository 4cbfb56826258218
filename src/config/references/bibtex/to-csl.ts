import { normaliseDoi } from "../../../model/doi.ts";
import { type CslDate, joinDate, readDate } from "./read-date.ts";
import type { BibtexField } from "./parse-bibtex.ts";
import { readNames } from "./read-names.ts";
import { genres, languages, types } from "./csl-terms.ts";
import { texToAddress } from "./tex-to-address.ts";
import { type TexReading, texToText } from "./tex-to-text.ts";

type Item = Record<string, unknown>;

/** Fields whose text CSL has under another name, or the same. */
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
  part: "part-number",
  library: "call-number",
  annotation: "annote",
};

const nameFields: Readonly<Record<string, string>> = {
  author: "author",
  editor: "editor",
  translator: "translator",
  bookauthor: "container-author",
  director: "director",
};

const titles = new Set(["title", "booktitle", "journal", "series", "shorttitle"]);

/** The fields of an entry as a work of CSL-JSON (the mapping that biblatex's manual and Pandoc share). */
export function toCsl(id: string, type: string, fields: ReadonlyMap<string, BibtexField>, reading: TexReading): Item {
  const raw = (name: string): string => fields.get(name)?.tex ?? "";
  const read = (name: string): string => texToText(raw(name), { ...reading, keepsCase: titles.has(name) });
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
  set("title", titleOf(read, ""));
  const container = titleOf(read, "journal") || read("journaltitle") || titleOf(read, "book") || read("maintitle");
  if (kind !== "book") set("container-title", container);
  for (const [field, name] of Object.entries(plainFields)) set(name, read(field));
  set(kind === "chapter" ? "chapter-number" : "section", read("chapter"));
  const isThesisOrReport = kind === "thesis" || kind === "report";
  set(
    "publisher",
    isThesisOrReport
      ? first("institution", "school", "publisher", "organization")
      : first("publisher", "organization", "institution", "school"),
  );
  const isAddress = /^\s*\\(?:url|href)\b|^\s*https?:/.test(raw("howpublished"));
  if (!isAddress) set("publisher", read("howpublished"));
  set("page", (read("pages") || read("eid")).replaceAll(/\s*[–—]\s*/g, "-"));
  set(numberField(kind, fields), read("number") || read("issue"));
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
  set("original-date", dateOf(raw("origdate")));
  set("note", [read("note"), read("addendum")].filter((text) => text !== "").join(". "));
  set("keyword", read("keywords"));
  set("status", read("pubstate"));
  const language = (raw("langid") || raw("language") || raw("hyphenation")).trim().toLowerCase();
  set("language", languages[language] ?? (/^[a-z]{2,3}(?:-\w+)*$/.test(language) ? language : undefined));
  setAddresses(raw, isAddress, set);
  return item;
}

function typeOf(type: string, subtype: string): string {
  if (type === "article" && (subtype === "magazine" || subtype === "newspaper")) return `article-${subtype}`;
  return types.get(type) ?? "document";
}

/** A title with its subtitle; `of` is what the field's name begins with. */
function titleOf(read: (name: string) => string, of: "" | "book" | "journal"): string {
  const [title, subtitle, addition] = [
    of === "journal" ? "journal" : `${of}title`,
    `${of}subtitle`,
    `${of}titleaddon`,
  ].map(read);
  const joined = [title, subtitle].filter((text) => text !== "").join(/[?!:]$/.test(title ?? "") ? " " : ": ");
  return [joined, addition].filter((text) => text !== undefined && text !== "").join(". ");
}

function numberField(kind: string, fields: ReadonlyMap<string, unknown>): string {
  if (kind.startsWith("article-") || kind === "periodical") return "issue";
  return fields.has("series") && /^(?:book|chapter|paper-conference)$/.test(kind) ? "collection-number" : "number";
}

function dateOf(tex: string): CslDate | undefined {
  return readDate(texToText(tex.replaceAll("~", "\\textasciitilde{}")));
}

function setAddresses(
  raw: (name: string) => string,
  isAddress: boolean,
  set: (name: string, value: unknown) => void,
): void {
  const written = raw("url") || (isAddress ? raw("howpublished").replace(/^\s*\\href\s*\{([^{}]*)\}.*$/s, "$1") : "");
  const address = texToAddress(written);
  const doi = normaliseDoi(texToAddress(raw("doi")));
  const own = doi === "" && /^https?:\/\/(?:dx\.)?doi\.org\/10\./i.test(address) ? normaliseDoi(address) : doi;
  set("DOI", own);
  if (own === doi) set("URL", address);
  const eprint = texToAddress(raw("eprint"));
  const archive = (raw("eprinttype") || raw("archiveprefix")).trim().toLowerCase();
  if (eprint !== "" && archive === "arxiv") set("URL", `https://arxiv.org/abs/${eprint.replace(/^arxiv:/i, "")}`);
  else if (eprint !== "" && archive === "pubmed") set("PMID", eprint);
  else if (eprint !== "" && archive === "jstor") set("URL", `https://www.jstor.org/stable/${eprint}`);
}
