import { normaliseDoi } from "../../../model/doi.ts";
import { texToAddress } from "./tex-to-address.ts";

export interface Addresses {
  readonly DOI?: string;
  readonly URL?: string;
  readonly PMID?: string;
  /** Text in `howpublished` or `url` besides the address, as TeX. */
  readonly rest?: string;
}

/** Addresses of archived works by archive name (biblatex, section 3.14.7). */
const archives: Readonly<Record<string, (eprint: string) => string>> = {
  arxiv: (eprint) => `https://arxiv.org/abs/${eprint.replace(/^arxiv:/i, "")}`,
  pubmed: (eprint) => `https://pubmed.ncbi.nlm.nih.gov/${eprint}`,
  jstor: (eprint) => `https://www.jstor.org/stable/${eprint}`,
  hdl: (eprint) => `https://hdl.handle.net/${eprint}`,
  googlebooks: (eprint) => `https://books.google.com/books?id=${eprint}`,
};

/** Returns the addresses of an entry. Without an address field, looks for one in `howpublished` and `note`. */
export function readAddresses(raw: (name: string) => string): Addresses {
  const published = split(raw("howpublished"));
  const { address, rest } = raw("url") === "" ? published : splitField(raw("url"));
  const inDoi = texToAddress(raw("doi").replaceAll(/\s+/g, ""));
  const doi = normaliseDoi(inDoi);
  const isDoi = doi.startsWith("10.");
  const own = !isDoi && /^https?:\/\/(?:dx\.)?doi\.org\/10\./i.test(address) ? normaliseDoi(address) : isDoi ? doi : "";
  const eprint = texToAddress(raw("eprint").replaceAll(/\s+/g, ""));
  const archive = (raw("eprinttype") || raw("archiveprefix")).trim().toLowerCase();
  const archived = eprint === "" ? undefined : archives[archive]?.(eprint);
  const inOthers = (!isDoi && /^https?:/i.test(inDoi) ? inDoi : "") || (archived ?? "");
  const inNote = own === "" ? split(raw("note")).address : "";
  return {
    DOI: own,
    URL: (own === doi || own === "" ? address : "") || inOthers || inNote,
    PMID: archive === "pubmed" ? eprint : "",
    rest,
  };
}

/** Reports whether a text contains an address. */
export function hasAddress(tex: string): boolean {
  return split(tex).address !== "";
}

const group = String.raw`\s*\{(?:[^{}]|\{[^{}]*\})*\}`;
const anyAddress = new RegExp(
  String.raw`\\(?:url|path|nolinkurl)${group}|\\href${group}${group}|<?https?:\/\/[^\s<>"]+[^\s<>".,;:)\]]>?`,
);

/** Returns the first address in a text, and the rest of the text. */
function split(tex: string): { address: string; rest: string } {
  const found = anyAddress.exec(tex);
  if (!found) return { address: "", rest: "" };
  const before = tex
    .slice(0, found.index)
    .replace(/(?:^|\s)\(?(?:online\.?\s*)?(?:available|url|retrieved)?\s*(?:at|from|online|:|\s)*$/i, "");
  const after = tex.slice(found.index + found[0].length).replace(/^[\s.,;]+/, "");
  const rest = [before, after].map((text) => text.trim()).filter((text) => text !== "");
  return { address: withScheme(texToAddress(found[0])), rest: rest.join(" ") };
}

/** Splits a field that is one address or two. */
function splitField(tex: string): { address: string; rest: string } {
  const isSeveral = /^\s*https?:\S+\s+(?:https?:|[([])/.test(tex);
  return isSeveral ? split(tex) : { address: withScheme(texToAddress(tex)), rest: "" };
}

function withScheme(address: string): string {
  return /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/|$))/i.test(address) ? `http://${address}` : address;
}
