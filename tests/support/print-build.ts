import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { World } from "../../src/model/world.ts";
import { build } from "../../src/pipeline/build.ts";
import { openEpub } from "./epub.ts";
import { printBody } from "./print-body.ts";

/** What a build of a publication makes without a browser, for people to read. */
export interface PrintedBuild {
  /** The main part of the web page. */
  readonly web: string;
  /** The e-book: its package document and what its documents show. */
  readonly book: string;
  readonly diagnostics: readonly Diagnostic[];
}

export async function printBuild(world: World): Promise<PrintedBuild> {
  const request = { sources: ["."], editions: ["web", "ebook"] as const, config: {}, toolVersion: "0.0.0" };
  const outcome = await build(world, { ...request, pageList: false });
  const artifacts = outcome.ok ? outcome.value.flatMap((built) => built.artifacts) : [];
  const bytesOf = (edition: string) => artifacts.find((artifact) => artifact.edition === edition)?.bytes;
  const [web, book] = [bytesOf("web"), bytesOf("ebook")];
  return {
    web: web ? printElement(new TextDecoder().decode(web), "main") : "",
    book: book ? printBook(book) : "",
    diagnostics: outcome.diagnostics,
  };
}

function printBook(bytes: Uint8Array): string {
  const book = openEpub(bytes);
  const documents = Object.keys(book.files).filter((path) => path.endsWith(".xhtml"));
  return ["EPUB/package.opf", ...documents.toSorted()]
    .map(
      (path) =>
        `<!-- ${path} -->\n${path.endsWith(".opf") ? byElement(book.text(path)) : printElement(book.text(path), "body")}`,
    )
    .join("\n");
}

/** What is in the first element of this name. */
function printElement(html: string, name: string): string {
  let found: Element | undefined;
  visit(fromHtml(html.replace(/^<\?xml.*?\?>/, "")) satisfies Root, "element", (node) => {
    if (node.tagName === name) found ??= node;
  });
  return found ? printBody(found.children) : "";
}

/** XML with an element a line. */
function byElement(xml: string): string {
  return `${xml.trim().replaceAll(/><(?!\/)/g, ">\n<")}\n`;
}
