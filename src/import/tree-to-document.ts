import type { Element, Root } from "hast";
import { toMdast } from "hast-util-to-mdast";
import type { BlockContent, FootnoteDefinition, Root as Mdast } from "mdast";
import { SKIP, visit } from "../model/visit.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ImportedDocument } from "../model/imported.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { FoundNotes } from "./html/footnotes.ts";
import { handlers } from "./html/handlers.ts";
import { settleIds } from "./html/ids.ts";
import { find } from "./html/main-content.ts";
import { levelHeadings } from "./level-headings.ts";
import { settlePhrases } from "./settle-phrases.ts";
import { tightenLists } from "./tighten-lists.ts";
import { toMarkdown } from "./to-markdown.ts";

/** Parts of a document besides its text. */
export interface DocumentParts {
  /** File name as shown to the user. */
  readonly shown: string;
  readonly footnotes: FoundNotes;
  /** Title in the document's metadata. */
  readonly title: string | undefined;
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** In-memory images by the addresses in the text. */
  readonly pictures: Map<string, Uint8Array>;
}

/** Converts the text of a document to Markdown. */
export function treeToDocument(body: Root, parts: DocumentParts): Outcome<ImportedDocument> {
  const { shown, footnotes, pictures, title, frontMatter } = parts;
  const diagnostics: Diagnostic[] = [];
  takeOut(body, shown, diagnostics);
  const linkedPictures = readPictures(body, pictures);
  settleIds(body);
  settlePhrases(body);
  const tree = toMdast(body, { handlers }) as Mdast;
  for (const [label, element] of footnotes) tree.children.push(toDefinition(label, element));
  tightenLists(tree);
  levelHeadings(tree, title);
  return succeed({ markdown: toMarkdown(tree, frontMatter), pictures, linkedPictures }, diagnostics);
}

function toDefinition(label: string, element: Element): FootnoteDefinition {
  const note: Root = { type: "root", children: element.children };
  settlePhrases(note);
  const content = toMdast(note, { handlers, document: true }) as Mdast;
  return { type: "footnoteDefinition", identifier: label, label, children: content.children as BlockContent[] };
}

const uncarried = new Set(["iframe", "video", "audio", "object", "embed", "canvas", "svg", "form", "applet"]);

/** Removes and reports what no edition supports. */
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

/** Extracts embedded images to files; returns the addresses of the others. */
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
