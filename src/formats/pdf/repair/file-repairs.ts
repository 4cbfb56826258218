import type { Repair } from "./repair.ts";
import { addOutputIntent } from "./add-output-intent.ts";
import { attachXmp } from "./attach-xmp.ts";
import { dropMeasures } from "./drop-measures.ts";
import { identifyFile } from "./identify-file.ts";
import { labelPages } from "./label-pages.ts";
import { mapRoles } from "./map-roles.ts";
import { placeDestinations } from "./place-destinations.ts";
import { setViewerPreferences } from "./set-viewer-preferences.ts";
import { writeInformation } from "./write-information.ts";
import { writeOutline } from "./write-outline.ts";

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
