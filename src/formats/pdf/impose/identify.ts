import { createHash } from "node:crypto";
import { type PDFDocument, PDFHexString } from "@cantoo/pdf-lib";

/** Gives an imposed file an identifier other than that of its pages (ISO 32000-1, 14.4). */
export function identify({ context }: PDFDocument, how: string): void {
  const digest = createHash("sha256")
    .update(`${how} ${String(context.trailerInfo.ID)}`)
    .digest("hex");
  const identifier = PDFHexString.of(digest.slice(0, 32));
  context.trailerInfo.ID = context.obj([identifier, identifier]);
}
