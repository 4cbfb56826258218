import type { PDFDict } from "@cantoo/pdf-lib";
import { type Check, both, unless } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { asDict, dictOf, get, has, items, nameOf, textOf } from "../read/objects.ts";

/** Checks for what the catalog declares and must not contain. */
export const catalogChecks: readonly Check[] = [
  {
    checkpoint: "6.7.2-1",
    clause: { "ua-1": "ISO 14289-1, 7.1; ISO 19005-2, 6.7.2", "ua-2": "ISO 14289-2, 6.2" },
    what: "The file is not marked as tagged.",
    find: ({ catalog }) => unless(isTrue(dictOf(catalog, "MarkInfo"), "Marked")),
  },
  {
    checkpoint: "01-007",
    clause: { "ua-1": "ISO 14289-1, 7.1", "ua-2": "ISO 32000-2, 14.7.1" },
    what: "The file marks its tags as suspect.",
    find: ({ catalog }) => unless(!isTrue(dictOf(catalog, "MarkInfo"), "Suspects")),
  },
  {
    checkpoint: "07-001",
    clause: { "ua-1": "ISO 14289-1, 7.1", "ua-2": "ISO 14289-2, 8.11.2" },
    what: "The window would show the file's name instead of the title.",
    find: ({ catalog }) => unless(isTrue(dictOf(catalog, "ViewerPreferences"), "DisplayDocTitle")),
  },
  {
    checkpoint: "20-001",
    clause: { "ua-1": "ISO 14289-1, 7.10; ISO 19005-2, 6.9", "ua-2": "ISO 14289-2, 8.7; ISO 19005-4, 6.10" },
    what: "A layer configuration has no name, the name of another, or shows layers automatically.",
    find: (file) => {
      const names = layersOf(file).map((layers) => textOf(layers, "Name"));
      const isNamed = names.every(Boolean) && new Set(names).size === names.length;
      return unless(isNamed && !layersOf(file).some((layers) => has(layers, "AS")));
    },
  },
  {
    checkpoint: "6.9-3",
    clause: { "ua-1": "ISO 19005-2, 6.9", "ua-2": "ISO 19005-4, 6.10" },
    what: "A layer configuration leaves a layer out of its list.",
    find: (file) => {
      const groups = items(dictOf(file.catalog, "OCProperties"), "OCGs");
      const lists = layersOf(file).filter((layers) => has(layers, "Order"));
      return unless(lists.every((layers) => groups.every((group) => items(layers, "Order").includes(group))));
    },
  },
  {
    checkpoint: "21-001",
    clause: { "ua-1": "ISO 14289-1, 7.11; ISO 19005-2, 6.8", "ua-2": "ISO 19005-4, 6.9" },
    what: "Another file is embedded in this one.",
    find: ({ dicts }) =>
      dicts
        .filter((dict) => nameOf(dict, "Type") === "EmbeddedFile" || has(dict, "EF"))
        .map((dict) => ({ where: textOf(dict, "UF") ?? textOf(dict, "F") ?? "an attached file" })),
  },
  {
    checkpoint: "6.10-1",
    clause: { "ua-1": "ISO 19005-2, 6.10", "ua-2": "ISO 19005-4, 6.11" },
    what: "The file contains an alternative presentation, such as slides.",
    find: ({ catalog, pages }) => [
      ...unless(!has(dictOf(catalog, "Names"), "AlternatePresentations")),
      ...pages.filter(({ dict }) => has(dict, "PresSteps")).map(({ number }) => ({ where: `page ${number}` })),
    ],
  },
  {
    checkpoint: "6.11-1",
    clause: { "ua-1": "ISO 19005-2, 6.11", "ua-2": "ISO 19005-4, 6.12" },
    what: "The file requires features that a reader's program may lack.",
    find: ({ catalog }) => unless(!has(catalog, "Requirements")),
  },
  {
    checkpoint: "6.1.12-1",
    clause: { "ua-1": "ISO 19005-2, 6.1.12", "ua-2": "ISO 19005-4, 6.1.11 and 6.1.12" },
    what: "The file sets permissions, or claims another PDF version in its catalogue.",
    find: ({ catalog }) => unless(!has(catalog, "Perms") && !has(catalog, "Version")),
  },
  {
    checkpoint: "page-labels",
    clause: both("ISO 32000-1, 12.4.2"),
    what: "The pages have no labels.",
    find: ({ catalog }) => unless(has(catalog, "PageLabels")),
  },
];

function isTrue(dict: PDFDict | undefined, key: string): boolean {
  return String(get(dict, key)) === "true";
}

/** Returns the default optional-content configuration and the others (ISO 32000-1, 8.11.4). */
function layersOf({ catalog }: PdfFile): PDFDict[] {
  const properties = dictOf(catalog, "OCProperties");
  return [get(properties, "D"), ...items(properties, "Configs")].flatMap((layers) => asDict(layers) ?? []);
}
