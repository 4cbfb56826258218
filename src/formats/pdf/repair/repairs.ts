import type { PdfStandard } from "../../../model/pdf-standard.ts";
import { writePages } from "../read/pages.ts";
import { blockRepairs } from "./block-repairs.ts";
import { dropUnused } from "./drop-unused.ts";
import { fileRepairs } from "./file-repairs.ts";
import { pageRepairs } from "./page-repairs.ts";
import type { Repair } from "./repair.ts";
import { shortenNames } from "./shorten-names.ts";
import { textRepairs } from "./text-repairs.ts";
import { ua2Repairs } from "./ua-2-repairs.ts";

/** All repairs of a browser's print, in order. */
const repairs: readonly Repair[] = [
  ...fileRepairs,
  ...textRepairs,
  ...blockRepairs,
  ...pageRepairs,
  ...ua2Repairs,
  {
    name: "shorten-names",
    needs: ["index-ids"],
    why: "Names of destinations are as long as the headings that they lead to; an id is looked for by its whole name.",
    run: shortenNames,
  },
  {
    name: "write-pages",
    needs: ["draw-missing-glyphs", "mark-artifacts"],
    why: "The changes that repairs requested are written once per page.",
    run: ({ pages }) => writePages(pages),
  },
  {
    name: "drop-unused",
    needs: ["write-pages"],
    why: "Replaced objects would still be in the file.",
    run: dropUnused,
  },
];

/** Returns the repairs for a standard, in order. */
export function repairsFor(standard: PdfStandard): Repair[] {
  return repairs.filter(({ only }) => only === undefined || only === standard);
}
