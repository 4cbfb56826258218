import { createHash } from "node:crypto";
import { type PDFDict, PDFDict as Dict, PDFName, type PDFObject } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";

/** Bytes (ISO 19005-2, 6.1.13). */
const longest = 127;

/** Shortens destination names, which can be as long as a heading, with six characters per non-Latin letter. */
export function shortenNames({ document: { catalog, context } }: Job): void {
  const destinations = catalog.lookupMaybe(PDFName.of("Dests"), Dict);
  for (const [name, value] of destinations?.entries() ?? []) {
    const short = shorten(name);
    if (short === name) continue;
    destinations?.delete(name);
    destinations?.set(short, value);
  }
  for (const [, object] of context.enumerateIndirectObjects()) if (object instanceof Dict) shortenIn(object);
}

function shortenIn(dict: PDFDict): void {
  for (const key of [PDFName.of("Dest"), PDFName.of("D")]) {
    const name: PDFObject | undefined = dict.get(key);
    if (name instanceof PDFName) dict.set(key, shorten(name));
  }
}

/** Returns the name's beginning with a digest that makes it unique. */
function shorten(name: PDFName): PDFName {
  const text = name.decodeText();
  if (Buffer.byteLength(text) <= longest) return name;
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return PDFName.of(`${Buffer.from(text).subarray(0, 96).toString("latin1").replace(/%.?$/, "")}.${digest}`);
}
