import { type BoxName, boxNames, calloutNames } from "../../i18n/messages.ts";

/** Other tools' names of boxes, and Offprint's. */
const aliases: Readonly<Record<string, string>> = {
  abstract: "note",
  admonition: "note",
  algorithm: "note",
  assumption: "note",
  attention: "warning",
  axiom: "note",
  bug: "caution",
  callout: "note",
  challenge: "note",
  check: "tip",
  cite: "note",
  conjecture: "note",
  corollary: "note",
  criterion: "note",
  danger: "caution",
  deepdive: "note",
  definition: "note",
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
  lemma: "note",
  missing: "caution",
  objectives: "note",
  observation: "note",
  prereq: "note",
  prerequisites: "note",
  proof: "note",
  property: "note",
  proposition: "note",
  question: "note",
  questions: "note",
  quote: "note",
  remark: "note",
  secondary: "note",
  seealso: "note",
  solution: "note",
  spoiler: "note",
  success: "tip",
  summary: "note",
  testimonial: "note",
  theorem: "note",
  tldr: "note",
  todo: "note",
};

/** Other names of boxes with their own default titles. */
const boxAliases: Readonly<Record<string, BoxName>> = {
  check: "success",
  cite: "quote",
  done: "success",
  fail: "failure",
  missing: "failure",
  prereq: "prerequisites",
  tldr: "abstract",
};

/** Returns Offprint's name for a box of another tool; undefined where it is not a box. */
export function calloutName(name: string): string | undefined {
  const known = name.toLowerCase().replace(/^(?:callout|prompt|notice|alert|admonition)-+(?=.)/, "");
  if (calloutNames.some((own) => own === known)) return known;
  return Object.hasOwn(aliases, known) ? aliases[known] : undefined;
}

/**
 * Returns the class that selects a box's default title in the language of the text; undefined where Offprint's name
 * gives the same title.
 */
export function boxClass(name: string): string | undefined {
  const known = name.toLowerCase();
  const box =
    boxNames.find((own) => own === known) ?? (Object.hasOwn(boxAliases, known) ? boxAliases[known] : undefined);
  return box && `box-${box}`;
}

/** Adds the box's class to attributes in braces. */
export function withBoxClass(attributes: string, name: string): string {
  const own = boxClass(name);
  if (own === undefined) return attributes;
  return attributes === "" ? `{.${own}}` : attributes.replace("{", `{.${own} `);
}

/** Writes the opening line of a box directive: `note[Title]{#id}`. */
export function writeBox(name: string, title: string, attributes: string): string {
  if (title === "") return `${name}${attributes}`;
  const label = title.startsWith("[") && title.endsWith("]") ? title.slice(1, -1) : title;
  return `${name}[${label.replaceAll(/(?<!\\)[[\]](?![^[]*\]\()/g, String.raw`\$&`)}]${attributes}`;
}
