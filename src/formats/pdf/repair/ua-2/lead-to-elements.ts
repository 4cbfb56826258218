import { PDFArray, PDFDict, PDFName, type PDFRef } from "@cantoo/pdf-lib";
import { elementsById } from "../elements-by-id.ts";
import { idOfDestination } from "../../read/link-target.ts";
import type { Job } from "../repair.ts";

/**
 * Makes links and bookmarks lead to structure elements (ISO 14289-2, 8.8): a GoTo action with a structure destination
 * (SD; ISO 32000-2, 12.6.4.2), and a named destination (D) for programs without support. Links to the same place share
 * their action.
 */
export function leadToElements(job: Job): void {
  const { catalog, context } = job.document;
  const places = catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  const elements = elementsById(job);
  const actions = new Map<PDFName, PDFRef>();

  const actionTo = (name: PDFName): PDFRef | undefined => {
    const known = actions.get(name);
    const element = elements.get(idOfDestination(name));
    const place = places?.lookup(name);
    if (known || !element || !(place instanceof PDFArray)) return known;
    const structure = context.obj([element.ref, ...place.asArray().slice(1)]);
    const ref = context.register(context.obj({ Type: "Action", S: "GoTo", D: name, SD: structure }));
    actions.set(name, ref);
    return ref;
  };

  for (const [, dict] of context.enumerateIndirectObjects()) {
    const name = dict instanceof PDFDict ? dict.lookup(PDFName.of("Dest")) : undefined;
    const action = name instanceof PDFName ? actionTo(name) : undefined;
    if (!(dict instanceof PDFDict) || !action) continue;
    dict.delete(PDFName.of("Dest"));
    dict.set(PDFName.of("A"), action);
  }
}
