import type { Transform } from "../../../model/transform.ts";
import { noteLinks } from "./note-links.ts";
import type { PrintDocument } from "./print-document.ts";
import { placeQrCodes } from "./qr-code.ts";
import { showAddresses } from "./show-addresses.ts";

/** Transforms that show link targets on paper. */
export const linkTransforms: readonly Transform<PrintDocument>[] = [
  {
    name: "place-qr-codes",
    needs: [],
    why: "A link that asks for a code has one after it.",
    run: ({ tree, words, options }) => options["qr-codes"] !== "none" && placeQrCodes(tree, words),
  },
  {
    name: "note-links",
    needs: ["place-notes", "place-qr-codes"],
    why: "Marks of links are counted as they are read; the list of links brings its own codes.",
    run: ({ tree, words, options }) =>
      options.links === "notes" && noteLinks(tree, words, options["qr-codes"] === "links"),
  },
  {
    name: "show-addresses",
    needs: ["place-notes", "place-qr-codes"],
    why: "An address is said once, where it is read first.",
    run: ({ tree, options }) => options.links === "inline" && showAddresses(tree),
  },
];
