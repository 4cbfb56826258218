import type { Transform } from "../../../model/transform.ts";
import { breakAddresses } from "./break-addresses.ts";
import { footnoteLinks } from "./footnote-links.ts";
import type { PrintDocument } from "./print-document.ts";
import { placeQrCodes } from "./qr-code.ts";
import { showAddresses } from "./show-addresses.ts";

/** Transforms that show link targets on paper. */
export const linkTransforms: readonly Transform<PrintDocument>[] = [
  {
    name: "place-qr-codes",
    why: "Links can request a QR code after them.",
    run: ({ tree, words, options }) => options["qr-codes"] !== "none" && placeQrCodes(tree, words),
  },
  {
    name: "footnote-links",
    needs: ["place-footnotes", "place-qr-codes"],
    why: "Link marks are numbered in reading order, and the link list has its own QR codes.",
    run: ({ tree, words, options }) =>
      options.links === "notes" && footnoteLinks(tree, words, options["qr-codes"] === "links"),
  },
  {
    name: "break-addresses",
    needs: ["place-footnotes"],
    why: "Footnotes and their links are in place.",
    run: ({ tree }) => breakAddresses(tree),
  },
  {
    name: "show-addresses",
    needs: ["place-footnotes", "place-qr-codes"],
    why: "Each address is printed once, at its first link in reading order.",
    run: ({ tree, options }) => options.links === "inline" && showAddresses(tree),
  },
];
