import type { Check } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { elementsThat } from "./place.ts";
import { asName } from "../read/objects.ts";
import { attributeOf, type StructureElement } from "../read/structure.ts";
import { findInvalidNesting } from "./invalid-nesting.ts";

/** Checks for the nesting of lists, contents lists and ruby. */
export const listChecks: readonly Check[] = [
  {
    checkpoint: "09-005",
    clause: { "ua-1": "ISO 14289-1, 7.2 (ISO 32000-1, 14.8.4.3.3)", "ua-2": "ISO 14289-2, 8.2.5.25" },
    what: "A part of a list is in the wrong place.",
    find: (file) => [
      ...findInvalidNesting(file, lists),
      ...elementsThat(file, (element) => element.role === "L" && hasLateCaption(element)),
    ],
  },
  {
    checkpoint: "8.2.5.25-2",
    clause: { "ua-1": "ISO 14289-1, 7.6", "ua-2": "ISO 14289-2, 8.2.5.25" },
    what: "A list or a list item contains text outside its labels and bodies.",
    find: (file) => elementsThat(file, ({ role, content }) => ["L", "LI"].includes(role) && content.length > 0),
  },
  {
    checkpoint: "8.2.5.25-1",
    clause: { "ua-2": "ISO 14289-2, 8.2.5.25" },
    what: "The items of a list have labels, but the list does not say of which kind.",
    find: (file) =>
      elementsThat(file, (element) => element.role === "L" && hasLabels(element) && !hasNumbering(element)),
  },
  {
    checkpoint: "09-006",
    clause: { "ua-1": "ISO 14289-1, 7.2 (ISO 32000-1, 14.8.4.2)", "ua-2": "ISO 32000-2, annex L" },
    what: "A part of a contents list is in the wrong place.",
    find: (file) => [
      ...findInvalidNesting(file, contents),
      ...elementsThat(file, (element) => element.role === "TOC" && hasLateCaption(element)),
    ],
  },
  {
    checkpoint: "09-007",
    clause: { "ua-1": "ISO 14289-1, 7.2 (ISO 32000-1, 14.8.4.4.3)", "ua-2": "ISO 14289-2, 8.2.5.23" },
    what: "A ruby is not a base text with its reading.",
    find: (file) => sequencesThat(file, "Ruby", ["RB RT", "RB RP RT RP"]),
  },
  {
    checkpoint: "09-008",
    clause: { "ua-1": "ISO 14289-1, 7.2 (ISO 32000-1, 14.8.4.4.3)", "ua-2": "ISO 14289-2, 8.2.5.24" },
    what: "A warichu is not a text between its brackets.",
    find: (file) => sequencesThat(file, "Warichu", ["WP WT WP"]),
  },
];

const lists = [
  { parent: "L", children: ["L", "LI", "Caption"] },
  { parent: "LI", children: ["Lbl", "LBody"], within: ["L"] },
  { parent: "LBody", within: ["LI"] },
];

const contents = [
  { parent: "TOC", children: ["TOC", "TOCI", "Caption"] },
  { parent: "TOCI", within: ["TOC"] },
];

function hasLateCaption({ children }: StructureElement): boolean {
  return children.findLastIndex(({ role }) => role === "Caption") > 0;
}

function hasLabels({ children }: StructureElement): boolean {
  return children.some((item) => item.children.some(({ role }) => role === "Lbl"));
}

function hasNumbering(list: StructureElement): boolean {
  const kind = asName(attributeOf(list, "List", "ListNumbering"));
  return kind !== undefined && kind !== "None";
}

function sequencesThat(file: PdfFile, role: string, allowed: readonly string[]) {
  return elementsThat(
    file,
    (element) => element.role === role && !allowed.includes(element.children.map((child) => child.role).join(" ")),
  );
}
