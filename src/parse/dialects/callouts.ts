import { calloutNames } from "../../i18n/messages.ts";

/** Names of boxes in other tools that Offprint calls otherwise. */
const aliases: Readonly<Record<string, string>> = {
  abstract: "note",
  admonition: "note",
  attention: "warning",
  bug: "caution",
  callout: "note",
  challenge: "note",
  check: "tip",
  cite: "note",
  danger: "caution",
  deepdive: "note",
  details: "note",
  discussion: "note",
  done: "tip",
  error: "caution",
  exercise: "example",
  fail: "caution",
  failure: "caution",
  faq: "note",
  help: "note",
  hint: "tip",
  info: "note",
  instructor: "note",
  keypoints: "note",
  missing: "caution",
  objectives: "note",
  prereq: "note",
  question: "note",
  questions: "note",
  quote: "note",
  secondary: "note",
  seealso: "note",
  solution: "note",
  spoiler: "note",
  success: "tip",
  summary: "note",
  testimonial: "note",
  tldr: "note",
  todo: "note",
};

/** Names that say more than "Note": each is the title where none is given. */
const speaking = new Set(
  (
    "abstract bug challenge details discussion exercise instructor objectives question questions quote " +
    "solution spoiler summary testimonial todo"
  ).split(" "),
);
const titles: Readonly<Record<string, string>> = {
  keypoints: "Key points",
  prereq: "Prerequisites",
  seealso: "See also",
};

/** What Offprint calls a box of another tool; undefined where it is none. */
export function calloutName(name: string): string | undefined {
  const known = name.toLowerCase().replace(/^callout-(?=.)/, "");
  if (calloutNames.some((own) => own === known)) return known;
  return Object.hasOwn(aliases, known) ? aliases[known] : undefined;
}

/** The title of a box that is given none; empty where Offprint's own says as much. */
export function titleFromName(name: string): string {
  const known = name.toLowerCase();
  if (speaking.has(known)) return `${known.charAt(0).toUpperCase()}${known.slice(1)}`;
  return titles[known] ?? "";
}

/** Whether a title is one that a name gives. */
export function isTitleOfName(title: string): boolean {
  return speaking.has(title.toLowerCase()) || Object.values(titles).includes(title);
}

/** A box as the head of a directive: `note[Title]{#id}`. */
export function writeBox(name: string, title: string, attributes: string): string {
  if (title === "") return `${name}${attributes}`;
  const label = title.startsWith("[") && title.endsWith("]") ? title.slice(1, -1) : title;
  return `${name}[${label.replaceAll(/(?<!\\)[[\]](?![^[]*\]\()/g, String.raw`\$&`)}]${attributes}`;
}
