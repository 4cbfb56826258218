import type { Check } from "./check.ts";
import { elementsThat, placeOf } from "./place.ts";
import { textOf } from "../read/objects.ts";
import type { StructureElement } from "../read/structure.ts";

/** Checks for the alternative text of figures and formulas, and for notes. */
export const figureChecks: readonly Check[] = [
  {
    checkpoint: "13-004",
    clause: { "ua-1": "ISO 14289-1, 7.3", "ua-2": "ISO 14289-2, 8.2.5.28.2" },
    what: "A figure has no alternative text.",
    find: (file) => elementsThat(file, (element) => element.role === "Figure" && !isDescribed(element)),
  },
  {
    checkpoint: "17-002",
    clause: { "ua-1": "ISO 14289-1, 7.7", "ua-2": "ISO 14289-2, 8.2.5.29" },
    what: "A formula has no alternative text.",
    find: (file) => elementsThat(file, (element) => element.role === "Formula" && !isDescribed(element)),
  },
  {
    checkpoint: "8.2.5.27-1",
    clause: { "ua-1": "ISO 32000-1, 14.8.4.3.4", "ua-2": "ISO 14289-2, 8.2.5.27" },
    what: "A caption is neither the first nor the last child of its element.",
    find: (file) =>
      elementsThat(file, (element) => {
        const siblings = element.parent?.children ?? [];
        if (element.role !== "Caption" || tables.has(element.parent?.role ?? "")) return false;
        return siblings[0] !== element && siblings.at(-1) !== element;
      }),
  },
  {
    checkpoint: "19-003",
    clause: { "ua-1": "ISO 14289-1, 7.9" },
    what: "A note has no ID.",
    find: (file) => elementsThat(file, ({ role, dict }) => role === "Note" && !textOf(dict, "ID")),
  },
  {
    checkpoint: "19-004",
    clause: { "ua-1": "ISO 14289-1, 7.9" },
    what: "Two notes have the same ID.",
    find: (file) => {
      const notes = file.elements.filter(({ role, dict }) => role === "Note" && textOf(dict, "ID"));
      const byId = Map.groupBy(notes, ({ dict }) => textOf(dict, "ID"));
      return [...byId.values()].flatMap((same) => same.slice(1).map((element) => placeOf(file, element)));
    },
  },
];

/** Their nesting is checked with tables, lists and contents lists. */
const tables = new Set(["Table", "L", "TOC"]);

function isDescribed({ dict }: StructureElement): boolean {
  return Boolean(textOf(dict, "Alt")?.trim() || textOf(dict, "ActualText")?.trim());
}
