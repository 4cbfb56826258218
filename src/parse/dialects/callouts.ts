import { type BoxName, boxNames, calloutNames } from "../../i18n/messages.ts";

/** Names of boxes in other tools that Offprint calls otherwise. */
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

/** Other names of boxes that have a title of their own. */
const boxAliases: Readonly<Record<string, BoxName>> = {
  check: "success",
  cite: "quote",
  done: "success",
  fail: "failure",
  missing: "failure",
  prereq: "prerequisites",
  tldr: "abstract",
};

/** What Offprint calls a box of another tool; undefined where it is none. */
export function calloutName(name: string): string | undefined {
  const known = name.toLowerCase().replace(/^(?:callout|prompt|notice|alert|admonition)-+(?=.)/, "");
  if (calloutNames.some((own) => own === known)) return known;
  return Object.hasOwn(aliases, known) ? aliases[known] : undefined;
}

/**
 * The class that tells by which name a box goes without a title of its own, in the language of the text; none where
 * Offprint's own name says as much.
 */
export function boxClass(name: string): string | undefined {
  const known = name.toLowerCase();
  const box =
    boxNames.find((own) => own === known) ?? (Object.hasOwn(boxAliases, known) ? boxAliases[known] : undefined);
  return box && `box-${box}`;
}

/** Attributes in braces with one class more. */
export function withBoxClass(attributes: string, name: string): string {
  const own = boxClass(name);
  if (own === undefined) return attributes;
  return attributes === "" ? `{.${own}}` : attributes.replace("{", `{.${own} `);
}

/** A box as the head of a directive: `note[Title]{#id}`. */
export function writeBox(name: string, title: string, attributes: string): string {
  if (title === "") return `${name}${attributes}`;
  const label = title.startsWith("[") && title.endsWith("]") ? title.slice(1, -1) : title;
  return `${name}[${label.replaceAll(/(?<!\\)[[\]](?![^[]*\]\()/g, String.raw`\$&`)}]${attributes}`;
}
