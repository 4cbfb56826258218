import { isMap } from "../key-paths.ts";

/** Converts one person or several, as pandoc, Quarto, MyST, R Markdown and Docusaurus describe them, to our keys. */
export function adoptPeople(value: unknown): unknown {
  if (typeof value === "string") return splitNames(value);
  if (Array.isArray(value)) return value.map(adoptPerson);
  return [adoptPerson(value)];
}

/** Splits "A. Example, B. Example and C. Example" into three; "Example, Ada" and "Ada Example, PhD" are one name. */
function splitNames(text: string): string[] {
  const groups = withoutNotes(text).split(/\s*(?:;|\n|\s&\s|\band\b)\s*/i);
  return groups
    .flatMap((group) => {
      const names = group.split(/\s*,\s*/).filter((name) => name !== "");
      return names.every((name) => name.includes(" ")) ? names : [group];
    })
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** Removes the note of pandoc's `Ada Example^[Some University]`. */
function withoutNotes(text: string): string {
  return text.replaceAll(/\^\[[^\]]*\]/g, "");
}

const affiliationKeys = ["affiliation", "affiliations", "institute", "institution", "organization", "organisation"];

function adoptPerson(value: unknown): unknown {
  if (typeof value === "string") return withoutNotes(value).trim();
  if (!isMap(value)) return value;
  const { name, given, family, orcid, orcid_id, role, roles, ...others } = value;
  const parts = isMap(name) ? name : {};
  const affiliation = affiliationKeys.flatMap((key) => placesOf(others[key])).join(", ");
  const foreign = Object.entries(others).filter(([key]) => !affiliationKeys.includes(key) && !nameKeys.includes(key));
  return {
    name: isMap(name) ? (parts["literal"] ?? parts["name"]) : (name ?? others["literal"] ?? others["fullname"]),
    given: given ?? parts["given"] ?? others["given-names"] ?? others["firstname"] ?? others["first_name"],
    family: family ?? parts["family"] ?? others["surname"] ?? others["lastname"] ?? others["last_name"],
    orcid: orcid ?? orcid_id,
    ...(affiliation !== "" && { affiliation }),
    role:
      role ?? (Array.isArray(roles) ? roles.filter((candidate) => typeof candidate === "string").join(", ") : roles),
    ...Object.fromEntries(foreign),
  };
}

/** Forms of the name, and what only the tool uses. */
const nameKeys = [
  "literal",
  "fullname",
  "ins",
  "initials",
  "corresponding",
  "equal-contributor",
  "affiliation_url",
  "given-names",
  "surname",
  "firstname",
  "first_name",
  "lastname",
  "last_name",
];

/** Returns names of affiliations; `{ ref: id }` refers to a list that only Quarto reads. */
function placesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(placesOf);
  if (!isMap(value)) return [];
  const named = value["name"] ?? value["institution"];
  return typeof named === "string" ? [named] : [];
}
