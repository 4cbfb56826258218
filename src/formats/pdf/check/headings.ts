import type { Check, Finding } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { elementsThat, placeOf } from "./place.ts";
import type { StructureElement } from "../read/structure.ts";

/** Checks for numbered headings: starting at level 1, with no level skipped. */
export const headingChecks: readonly Check[] = [
  {
    checkpoint: "14-002",
    clause: { "ua-1": "ISO 14289-1, 7.4.2", "ua-2": "ISO 14289-2, 8.2.5.12" },
    what: "The first heading is not of the first level.",
    find: (file) => {
      const [first] = headings(file);
      return first && levelOf(first) !== 1 ? [placeOf(file, first)] : [];
    },
  },
  {
    checkpoint: "14-003",
    clause: { "ua-1": "ISO 14289-1, 7.4.2", "ua-2": "ISO 14289-2, 8.2.5.12" },
    what: "A heading is more than one level below the one before it.",
    find: findSkips,
  },
  {
    checkpoint: "14-006",
    clause: { "ua-1": "ISO 14289-1, 7.4.4" },
    what: "An element has two headings without a number.",
    find: (file) => elementsThat(file, ({ children }) => children.filter(({ role }) => role === "H").length > 1),
  },
  {
    checkpoint: "14-007",
    clause: { "ua-1": "ISO 14289-1, 7.4.4", "ua-2": "ISO 14289-2, 8.2.5.12" },
    what: "A heading has no number.",
    find: (file) => elementsThat(file, ({ role, parent }) => role === "H" && isFirst(role, parent)),
  },
];

/** A second heading in the same element is reported by another check. */
function isFirst(role: string, parent: StructureElement | undefined): boolean {
  return parent?.children.filter((child) => child.role === role).length === 1;
}

function headings({ elements }: PdfFile): StructureElement[] {
  return elements.filter(({ role }) => /^H\d+$/.test(role));
}

function levelOf({ role }: StructureElement): number {
  return Number(role.slice(1));
}

function findSkips(file: PdfFile): Finding[] {
  const all = headings(file);
  return all
    .filter((heading, index) => index > 0 && levelOf(heading) > levelOf(all[index - 1] ?? heading) + 1)
    .map((heading) => placeOf(file, heading));
}
