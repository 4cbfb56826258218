import { isMap } from "../key-paths.ts";

type Entries = Readonly<Record<string, unknown>>;

const listKeys = ["affiliations", "affiliation", "institutes", "institute", "institutions"];
const markKeys = ["id", "index", "num", "number", "ref", "label"];
const nameKeys = ["name", "institution", "organization", "organisation", "address"];
/** Raised marks: `^1,2^` (pandoc), `$^{1}$` (TeX), `<sup>1</sup>`, `\textsuperscript{1}`. */
const raised = String.raw`(?:\^([^^\s]{1,12})\^|\$\^\{?([^{}$]{1,12})\}?\$|<sup>([^<>]{1,12})<\/sup>|\\textsuperscript\{([^{}]{1,12})\})`;
const before = new RegExp(String.raw`^\s*${raised}\s*(?=\S)`);
const behind = new RegExp(String.raw`(?<![\s,])[\s,]*${raised}[\s*,]*$`);

/**
 * Gives each author the affiliations that a list of their own names by marks or ids (pandoc's `institute`, papaja, JOSS,
 * Quarto): `author: A. Example^1^` and `institute: ^1^ Some University`.
 */
export function pairAffiliations(value: Entries): Entries {
  const key = listKeys.find((each) => Array.isArray(value[each]));
  const authorKey = Array.isArray(value["authors"]) ? "authors" : "author";
  const authors = value[authorKey];
  if (!Array.isArray(authors)) return value;
  const places = new Map((key === undefined ? [] : (value[key] as unknown[])).flatMap(readPlace));
  const paired = authors.map((author: unknown) => pairAuthor(author, places));
  const isUsed = paired.some((author, index) => isMap(author) && author !== authors[index]);
  const others = Object.entries(value).filter(([each]) => each !== key || !isUsed);
  return { ...Object.fromEntries(others), [authorKey]: paired };
}

/** Returns the mark or id of an affiliation, and its name. */
function readPlace(item: unknown): [mark: string, name: string][] {
  if (typeof item === "string") {
    const found = before.exec(item);
    return found ? [[markOf(found), item.slice(found[0].length).trim()]] : [];
  }
  if (!isMap(item)) return [];
  const mark = markKeys.map((each) => item[each]).find((each) => typeof each === "string" || typeof each === "number");
  const name = nameKeys.map((each) => item[each]).find((each) => typeof each === "string");
  if (mark !== undefined) return name === undefined ? [] : [[String(mark), name]];
  const [[only, place] = [], more] = Object.entries(item);
  return only !== undefined && !more && typeof place === "string" ? [[only, place]] : [];
}

function pairAuthor(author: unknown, places: ReadonlyMap<string, string>): unknown {
  if (typeof author === "string") {
    const found = behind.exec(author);
    if (!found) return author;
    const name = author.slice(0, found.index).trim();
    const named = namesOf(markOf(found), places);
    return named === undefined ? name : { name, affiliation: named };
  }
  if (!isMap(author)) return author;
  const key = [...listKeys, "inst"].find((each) => author[each] !== undefined);
  const named = key === undefined ? undefined : namesOf(author[key], places);
  return key === undefined || named === undefined ? author : { ...author, [key]: undefined, affiliation: named };
}

/** Returns the names that marks stand for; undefined unless each is known. */
function namesOf(marks: unknown, places: ReadonlyMap<string, string>): string | undefined {
  const each = (Array.isArray(marks) ? (marks as unknown[]) : [marks]).flatMap((mark) => {
    const plain = isMap(mark) ? mark["ref"] : mark;
    return typeof plain === "string" || typeof plain === "number" ? String(plain).split(/\s*[,;]\s*/) : [""];
  });
  const names = each.filter((mark) => !/^\\?\*$/.test(mark)).map((mark) => places.get(mark));
  return names.length > 0 && names.every((name) => name !== undefined) ? names.join("; ") : undefined;
}

function markOf(found: RegExpExecArray): string {
  return found.slice(1).find((mark) => mark !== undefined) ?? "";
}
