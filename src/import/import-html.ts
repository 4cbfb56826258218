import { fromHtml } from "hast-util-from-html";
import type { ImportedDocument } from "../model/imported.ts";
import type { Outcome } from "../model/outcome.ts";
import { decodeText } from "./decode-text.ts";
import { takeFootnotes } from "./html/footnotes.ts";
import { mainContent } from "./html/main-content.ts";
import { readMetadata } from "./html/metadata.ts";
import { takeBackOwn } from "./html/own-page.ts";
import { repairHtml } from "./html/repair.ts";
import { treeToDocument } from "./tree-to-document.ts";

/** Converts a web page to Markdown: its content, without navigation. */
export function importHtml(shown: string, bytes: Uint8Array): Outcome<ImportedDocument> {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const page = fromHtml(decodeText(bytes, /charset=["']?([\w-]+)/i.exec(start)?.[1]));
  const { title, frontMatter } = readMetadata(page);
  const language = frontMatter["language"];
  const body = mainContent(page);
  takeBackOwn(body);
  repairHtml(body, typeof language === "string" ? language : undefined);
  const footnotes = takeFootnotes(body);
  return treeToDocument(body, { shown, footnotes, frontMatter, title, pictures: new Map() });
}
