import type { Repair } from "./repair.ts";
import { declareVersion } from "./ua-2/declare-version.ts";
import { describeFields } from "./ua-2/describe-fields.ts";
import { encloseText } from "./ua-2/enclose-text.ts";
import { leadToElements } from "./ua-2/lead-to-elements.ts";
import { nameNamespaces } from "./ua-2/name-namespaces.ts";
import { numberLists } from "./ua-2/number-lists.ts";
import { referToElements } from "./ua-2/refer-to-elements.ts";
import { renameTypes } from "./ua-2/rename-types.ts";

/** Changes for PDF/UA-2 and PDF/A-4, after everything that both standards require is right, in order. */
export const ua2Repairs: readonly Repair[] = [
  { name: "rename-types", why: "PDF 2.0 replaced some structure types.", run: renameTypes, only: "ua-2" },
  {
    name: "number-lists",
    needs: ["rename-types"],
    why: "Lists must declare the kind of their labels.",
    run: numberLists,
    only: "ua-2",
  },
  {
    name: "enclose-text",
    needs: ["rename-types"],
    why: "Text must be in paragraphs, not directly in groups.",
    run: encloseText,
    only: "ua-2",
  },
  { name: "describe-fields", why: "The annotation of a field must describe it.", run: describeFields, only: "ua-2" },
  {
    name: "refer-to-elements",
    needs: ["index-ids"],
    why: "Contents entries and notes must refer to elements, not to places on pages.",
    run: referToElements,
    only: "ua-2",
  },
  {
    name: "lead-to-elements",
    needs: ["index-ids"],
    why: "Links and bookmarks must lead to elements, not to places on pages.",
    run: leadToElements,
    only: "ua-2",
  },
  {
    name: "name-namespaces",
    needs: ["rename-types", "enclose-text"],
    why: "The meaning of types depends on the version; all elements must exist first.",
    run: nameNamespaces,
    only: "ua-2",
  },
  { name: "declare-version", why: "The file is a PDF 2.0.", run: declareVersion, only: "ua-2" },
];
