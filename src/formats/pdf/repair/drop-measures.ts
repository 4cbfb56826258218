import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import { isMeasure } from "../../../model/page-map.ts";
import { idOfDestination } from "../read/link-target.ts";
import type { Job } from "./repair.ts";

/** Removes destinations of blocks and words that only served to measure positions (ISO 32000-1, 12.3.2.3). */
export function dropMeasures({ document: { catalog } }: Job): void {
  const destinations = catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  for (const name of destinations?.keys() ?? []) {
    if (isMeasure(idOfDestination(name))) destinations?.delete(name);
  }
}
