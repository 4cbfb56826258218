import type { Element, Nodes, Root } from "hast";
import { toString } from "hast-util-to-string";
import type { Piece } from "./match.ts";

/** A text or image of a document with its ancestors, outermost first. */
export interface ContentOrigin extends Piece {
  readonly elements: readonly Element[];
}

const unseen = new Set(["head", "script", "style", "template", "rp"]);

/** Returns everything that a document says, in order, without what is hidden from view or from assistive technology. */
export function readOrigins(root: Root): ContentOrigin[] {
  const found: ContentOrigin[] = [];
  const visit = (node: Nodes, elements: readonly Element[]): void => {
    if (node.type === "text") found.push({ kind: "text", text: node.value, elements });
    if (node.type !== "element" && node.type !== "root") return;
    const within = node.type === "element" ? [...elements, node] : elements;
    if (node.type === "element") {
      const { hidden, ariaHidden } = node.properties;
      if (unseen.has(node.tagName) || hidden || String(ariaHidden) === "true") return;
      const words = wordsOfPicture(node);
      if (words !== undefined) {
        if (words !== "") found.push({ kind: "picture", text: words, elements: within });
        return;
      }
    }
    for (const child of node.children) visit(child, within);
  };
  visit(root, []);
  return found;
}

/** Returns an image's alternative text, empty for a decorative image; `undefined` if the element is not an image. */
function wordsOfPicture({ tagName, properties, children }: Element): string | undefined {
  const { role, ariaLabel, alt } = properties;
  if (tagName === "img") return String(alt ?? "");
  if (role === "img") return String(ariaLabel ?? "");
  return tagName === "svg" ? String(ariaLabel ?? toString({ type: "root", children })) : undefined;
}
