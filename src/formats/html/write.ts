import type { Page } from "../../model/page.ts";

/** Writes a web page as a UTF-8 file. */
export function writeHtml(page: Page): Uint8Array {
  return new TextEncoder().encode(page.content);
}
