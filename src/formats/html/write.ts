import type { Page } from "../../model/page.ts";

/** A web page is written as it is: UTF-8, one file. */
export function writeHtml(page: Page): Uint8Array {
  return new TextEncoder().encode(page.content);
}
