import type { Element, ElementContent, Root } from "hast";

const blocks = new Set(["li", "p", "div", "aside", "dd"]);

/** Ids that LibreOffice and Word give to the block of a note. */
const noteId = /^(?:sdfootnote|sdendnote|ftn|edn)\d+$/;

/** Returns blocks by their ids, and by those of anchors in them, as word processors write notes. */
export function noteBlocks(root: Root): Map<string, Element> {
  const byId = new Map<string, Element>();
  const read = (children: readonly ElementContent[], around: Element | undefined): void => {
    for (const child of children) {
      if (child.type !== "element") continue;
      const isNote = noteId.test(String(around?.properties["id"] ?? ""));
      const block = blocks.has(child.tagName) && !isNote ? child : around;
      const name = child.tagName === "a" ? child.properties["name"] : undefined;
      for (const id of [child.properties["id"], name]) if (typeof id === "string" && block) byId.set(id, block);
      read(child.children, block);
    }
  };
  read(root.children as ElementContent[], undefined);
  return byId;
}
