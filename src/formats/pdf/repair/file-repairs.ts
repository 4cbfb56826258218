import type { Job, Repair } from "./repair.ts";
import { attachXmp } from "./attach-xmp.ts";
import { placeDestinations } from "./place-destinations.ts";
import { writeInformation } from "./write-information.ts";
import { writeOutline } from "./write-outline.ts";
import { PDFDict, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { srgbProfile } from "./srgb-profile.ts";
import { isMeasure } from "../../../model/page-map.ts";
import { idOfDestination } from "../read/link-target.ts";
import { createHash } from "node:crypto";

/** Repairs of the file's metadata and link targets, in order. */
export const fileRepairs: readonly Repair[] = [
  { name: "attach-xmp", why: "Archives and libraries read metadata in this form.", run: attachXmp },
  {
    name: "write-information",
    needs: ["attach-xmp"],
    why: "Older programs read metadata in this form; the XMP packet takes the producer from its previous version.",
    run: writeInformation,
    only: "ua-1",
  },
  {
    name: "identify-file",
    why: "PDF/A requires an identifier, and equal texts must give equal files.",
    run: identifyFile,
  },
  {
    name: "set-viewer-preferences",
    why: "Readers need the language, and the title instead of a file name.",
    run: setViewerPreferences,
  },
  { name: "label-pages", why: "Page 3 must be the page with a 3 on it.", run: labelPages },
  { name: "add-output-intent", why: "Colours must stay defined in print and in archives.", run: addOutputIntent },
  { name: "write-outline", why: "The browser's bookmarks lose spaces where a heading wraps.", run: writeOutline },
  { name: "drop-measures", why: "The destinations of blocks only served to find their pages.", run: dropMeasures },
  { name: "place-destinations", why: "The browser's destinations are off by the margins.", run: placeDestinations },
  {
    name: "map-roles",
    why: "The browser tags emphasis with types that PDF 1.7 does not define.",
    run: mapRoles,
    only: "ua-1",
  },
];

/** Declares sRGB as the meaning of the document's colours (ISO 19005-2, 6.2.3; ISO 32000-1, 14.11.5). */
function addOutputIntent({ document: { catalog, context } }: Job): void {
  const name = PDFString.of("sRGB IEC61966-2.1");
  const intent = context.obj({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    OutputConditionIdentifier: name,
    Info: name,
    DestOutputProfile: context.register(context.flateStream(srgbProfile(), { N: 3 })),
  });
  catalog.set(PDFName.of("OutputIntents"), context.obj([context.register(intent)]));
}

/** Removes destinations of blocks and words that only served to measure positions (ISO 32000-1, 12.3.2.3). */
function dropMeasures({ document: { catalog } }: Job): void {
  const destinations = catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  for (const name of destinations?.keys() ?? []) {
    if (isMeasure(idOfDestination(name))) destinations?.delete(name);
  }
}

/** Sets a file identifier (ISO 32000-1, 14.4) that depends only on what was printed. */
function identifyFile({ document, html }: Job): void {
  const digest = createHash("sha256").update(html).digest("hex").slice(0, 32);
  const identifier = PDFHexString.of(digest);
  document.context.trailerInfo.ID = document.context.obj([identifier, identifier]);
}

/** Labels pages with their printed numbers: 1, 2, 3 … (ISO 32000-1, 12.4.2). */
function labelPages({ document: { catalog, context } }: Job): void {
  catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: [0, { S: "D" }] }));
}

/** Maps the PDF 2.0 types that the browser writes into a PDF 1.7 (ISO 32000-1, 14.7.3). */
function mapRoles({ document: { catalog, context } }: Job): void {
  const root = catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict);
  root?.set(PDFName.of("RoleMap"), context.obj({ Em: "Span", Strong: "Span", Aside: "Sect" }));
}

/** Sets the language, the title in the window's title bar, and the reading direction (ISO 32000-1, 12.2). */
function setViewerPreferences({ document, publication }: Job): void {
  const { catalog, context } = document;
  const { language, direction } = publication.metadata;
  catalog.set(PDFName.of("Lang"), PDFString.of(language));
  catalog.set(
    PDFName.of("ViewerPreferences"),
    context.obj({ DisplayDocTitle: true, ...(direction === "rtl" && { Direction: "R2L" }) }),
  );
}
