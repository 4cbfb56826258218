import type { PDFDict } from "@cantoo/pdf-lib";
import { type Check, unless } from "./check.ts";
import { dictOf, has, nameOf } from "../read/objects.ts";

/** Checks for actions that run without the reader's consent. */
export const actionChecks: readonly Check[] = [
  {
    checkpoint: "6.5.1-1",
    clause: { "ua-1": "ISO 19005-2, 6.5.1", "ua-2": "ISO 19005-4, 6.6.1" },
    what: "The file can start programs or scripts, or do other things that are not allowed.",
    find: ({ dicts }) =>
      dicts
        .filter((dict) => isAction(dict) && !actions.has(nameOf(dict, "S") ?? ""))
        .map((dict) => ({ detail: `It is ${nameOf(dict, "S") ?? "unnamed"}.` })),
  },
  {
    checkpoint: "6.5.1-2",
    clause: { "ua-1": "ISO 19005-2, 6.5.1", "ua-2": "ISO 19005-4, 6.6.1" },
    what: "A link has an action that not all programs support.",
    find: ({ dicts }) =>
      dicts
        .filter((dict) => nameOf(dict, "S") === "Named" && !moves.has(nameOf(dict, "N") ?? ""))
        .map((dict) => ({ detail: `It is ${nameOf(dict, "N") ?? "unnamed"}.` })),
  },
  {
    checkpoint: "6.5.2-1",
    clause: { "ua-1": "ISO 19005-2, 6.5.2", "ua-2": "ISO 19005-4, 6.6.3" },
    what: "The file or a page runs an action by itself.",
    find: ({ catalog, pages }) => [
      ...unless(!has(catalog, "AA") && !has(catalog, "OpenAction")),
      ...pages.filter(({ dict }) => has(dict, "AA")).map(({ number }) => ({ where: `page ${number}` })),
    ],
  },
  {
    checkpoint: "6.5.1-names",
    clause: { "ua-1": "ISO 19005-2, 6.5.1", "ua-2": "ISO 19005-4, 6.6.1" },
    what: "The file has scripts that run when it is opened.",
    find: ({ catalog }) => unless(!has(dictOf(catalog, "Names"), "JavaScript")),
  },
];

/** Stricter than PDF/A: nothing is submitted and nothing else is opened, except addresses that a reader follows. */
const actions = new Set(["GoTo", "URI", "Named"]);
const moves = new Set(["NextPage", "PrevPage", "FirstPage", "LastPage"]);

/** Reports whether a dictionary is an action. `Type` is optional; nothing else uses these names for `S`. */
function isAction(dict: PDFDict): boolean {
  return nameOf(dict, "Type") === "Action" || forbidden.has(nameOf(dict, "S") ?? "");
}

const forbidden = new Set(
  `Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript SubmitForm GoToR GoToE
  Thread`.split(/\s+/),
);
