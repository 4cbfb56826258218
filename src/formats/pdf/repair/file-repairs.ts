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
  {
    name: "attach-xmp",
    needs: [],
    why: "The file says of itself what it is, in the form that archives and libraries read.",
    run: attachXmp,
  },
  {
    name: "write-information",
    needs: ["attach-xmp"],
    why: "The file says the same in the older form, with dates that do not move; the packet takes the producer from the form before.",
    run: writeInformation,
    only: "ua-1",
  },
  {
    name: "identify-file",
    needs: [],
    why: "A PDF/A has an identifier, and equal texts give equal files.",
    run: identifyFile,
  },
  {
    name: "set-viewer-preferences",
    needs: [],
    why: "A reader hears the language and sees the title instead of a file name.",
    run: setViewerPreferences,
  },
  {
    name: "label-pages",
    needs: [],
    why: "A reader who asks for page 3 gets the page with a 3 on it.",
    run: labelPages,
  },
  {
    name: "add-output-intent",
    needs: [],
    why: "Colours keep their meaning on paper and in an archive.",
    run: addOutputIntent,
  },
  {
    name: "write-outline",
    needs: [],
    why: "The browser's bookmarks lose spaces where a heading wraps.",
    run: writeOutline,
  },
  {
    name: "drop-measures",
    needs: [],
    why: "Every block has a destination, which served to find its page and serves nobody else.",
    run: dropMeasures,
  },
  {
    name: "place-destinations",
    needs: [],
    why: "Links and bookmarks lead a margin above and beside their targets.",
    run: placeDestinations,
  },
  {
    name: "map-roles",
    needs: [],
    why: "Emphasis is marked with types that the standard does not know.",
    run: mapRoles,
    only: "ua-1",
  },
];
