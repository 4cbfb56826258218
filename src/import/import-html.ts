import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toMdast } from "hast-util-to-mdast";
import type { BlockContent, FootnoteDefinition, Root as Mdast } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ImportedDocument } from "../model/imported.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import { decodeText } from "./decode-text.ts";
import { takeFootnotes } from "./html/footnotes.ts";
import { handlers } from "./html/handlers.ts";
import { find, mainContent, textOf } from "./html/main-content.ts";
import { levelHeadings } from "./level-headings.ts";
import { toMarkdown } from "./to-markdown.ts";

/** A web page as Markdown: what it has to say, without what stands around it. */
export function importHtml(shown: string, bytes: Uint8Array): Outcome<ImportedDocument> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  return convertHtml(shown, decodeText(bytes, /charset=["']?([\w-]+)/i.exec(head)?.[1]));
}

/** HTML as Markdown; `pictures` are those that its addresses name and that are in memory. */
export function convertHtml(
  shown: string,
  html: string,
  pictures: Map<string, Uint8Array> = new Map(),
): Outcome<ImportedDocument> {
  const page = fromHtml(html);
  const [root] = find(page, ({ tagName }) => tagName === "html");
  const language = root?.properties["lang"];
  const body = mainContent(page);
  const diagnostics: Diagnostic[] = [];
  takeOut(body, shown, diagnostics);
  const linkedPictures = readPictures(body, pictures);
  const footnotes = takeFootnotes(body);
  const tree = toMdast(body, { handlers }) as Mdast;
  for (const [label, element] of footnotes) tree.children.push(toDefinition(label, element));
  levelHeadings(tree, textOf(page, "title"));
  const frontMatter = typeof language === "string" && language !== "" ? { language } : {};
  return succeed({ markdown: toMarkdown(tree, frontMatter), pictures, linkedPictures }, diagnostics);
}

function toDefinition(label: string, element: Element): FootnoteDefinition {
  const content = toMdast({ type: "root", children: element.children }, { handlers, document: true }) as Mdast;
  return { type: "footnoteDefinition", identifier: label, label, children: content.children as BlockContent[] };
}

const uncarried = new Set(["iframe", "video", "audio", "object", "embed", "canvas", "svg", "form", "applet"]);

/** What no edition can show is taken out, each with a finding. */
function takeOut(body: Root, shown: string, diagnostics: Diagnostic[]): void {
  visit(body, "element", (node, index, parent) => {
    if (!uncarried.has(node.tagName) || !parent || index === undefined) return undefined;
    const hint = "Describe it in words, or save it as a picture and show that.";
    const message = `The element <${node.tagName}> cannot be converted to Markdown; it was left out.`;
    diagnostics.push(
      diagnostic("importComplete", message, hint, { file: shown, ...(node.position && { position: node.position }) }),
    );
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

/** Pictures written into the page become files of their own; the addresses of the others are given back. */
function readPictures(body: Root, pictures: Map<string, Uint8Array>): string[] {
  const linked = new Set<string>();
  for (const image of find(body, ({ tagName }) => tagName === "img")) {
    const address = String(image.properties["src"] ?? "");
    const data = /^data:image\/(png|jpeg|gif|webp|avif)(?:;[^,]*)?;base64,/i.exec(address);
    if (data?.[1]) {
      const name = `pictures/picture-${pictures.size + 1}.${data[1].toLowerCase().replace("jpeg", "jpg")}`;
      pictures.set(name, Buffer.from(address.slice(data[0].length), "base64"));
      image.properties["src"] = name;
    } else if (!/^(?:[a-z][\w+.-]*:|\/\/)/i.test(address) && !pictures.has(address)) {
      const path = address.replace(/[?#].*$/s, "");
      image.properties["src"] = path;
      if (path !== "") linked.add(path);
    }
  }
  return [...linked];
}
