import type { Element, Nodes, Root } from "hast";
import { toString } from "hast-util-to-string";
import type { Piece } from "./match.ts";

/** A text or a picture of a document, and the elements that it stands in, the outermost first. */
export interface ContentOrigin extends Piece {
  readonly elements: readonly Element[];
}

const unseen = new Set(["head", "script", "style", "template", "rp"]);

/** Everything that a document says, in its order: what is hidden, from the eye or from assistive technology, is not said. */
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

/** The text of a picture: empty for one that only decorates. Nothing for what is no picture. */
function wordsOfPicture({ tagName, properties, children }: Element): string | undefined {
  const { role, ariaLabel, alt } = properties;
  if (tagName === "img") return String(alt ?? "");
  if (role === "img") return String(ariaLabel ?? "");
  return tagName === "svg" ? String(ariaLabel ?? toString({ type: "root", children })) : undefined;
}
