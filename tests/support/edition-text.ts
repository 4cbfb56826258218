import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import type { Artifact } from "../../src/model/artifact.ts";
import { openEpub } from "./epub.ts";
import { openPdf } from "./pdf.ts";

// The running text of each edition, without white space, and without what the rules of an edition add to it.

/** The main part of a web page; a page with controls says that nothing is sent. */
export function webText(artifact: Artifact): string {
  return textOf(mainOf(artifact), ["nothing-sent"]);
}

/** The chapters of a book; its notes have their numbers as text. */
export function bookText(artifact: Artifact): string {
  const book = openEpub(artifact.bytes);
  const chapters = Object.keys(book.files).filter((path) => /\/\d\d-[^/]*\.xhtml$/.test(path));
  return chapters
    .toSorted()
    .map((path) => textOf(fromHtml(book.text(path).replace(/^.*?<body/s, "<body")), ["note-number"]))
    .join("");
}

/** A handout from one text to another; after a link stands where it leads, or the mark of its line in the list. */
export async function handoutText(
  artifact: Artifact,
  { from, to, links }: { readonly from: string; readonly to: string; readonly links: readonly string[] },
): Promise<string> {
  const { words } = await openPdf(artifact.bytes);
  let text = dense(words.join(""));
  for (const link of links) text = text.replace(`(${dense(link.replaceAll(/^https?:\/\/|^mailto:|\/$/g, ""))})`, "");
  for (const index of links.keys()) text = text.replaceAll(new RegExp(`L${index + 1}(?!\\d)`, "g"), "");
  const start = text.indexOf(dense(from));
  const end = text.lastIndexOf(dense(to));
  if (start < 0 || end < 0) throw new Error(`"${start < 0 ? from : to}" is not in:\n${text}`);
  return text.slice(start, end + dense(to).length);
}

/** Where the links of a web page lead, outside it. */
export function linksOf(artifact: Artifact): string[] {
  const links: string[] = [];
  visit(mainOf(artifact), "element", ({ properties: { href } }: Element) => {
    if (typeof href === "string" && !href.startsWith("#")) links.push(href);
  });
  return links;
}

function mainOf(artifact: Artifact): Element {
  let main: Element | undefined;
  visit(fromHtml(new TextDecoder().decode(artifact.bytes)), "element", (node) => {
    if (node.tagName === "main") main = node;
  });
  if (!main) throw new Error("The page has no main part.");
  return main;
}

function textOf(node: Nodes, without: readonly string[]): string {
  if (node.type === "text") return dense(node.value);
  if (!("children" in node)) return "";
  const { className } = node.type === "element" ? node.properties : {};
  if (Array.isArray(className) && className.some((name) => without.includes(String(name)))) return "";
  return node.children.map((child) => textOf(child, without)).join("");
}

/** A text without white space. */
export function dense(text: string): string {
  return text.normalize("NFKC").replaceAll(/[\s\u00AD\u200B\u2060]+/g, "");
}
