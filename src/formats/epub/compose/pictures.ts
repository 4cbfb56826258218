import type { Element } from "hast";
import { visit } from "../../../model/visit.ts";
import type { BookFile } from "../../../model/book.ts";
import { classesOf } from "../../../model/hast.ts";
import type { Image } from "../../../model/image.ts";
import { fitPicture } from "./fit-picture.ts";

/**
 * CSS pixels into which a picture of a text is fitted: more than any e-reader has across and fewer than the 5.6 million
 * that Apple Books takes. A picture is never made larger.
 */
const page = { width: 1600, height: 2400 } as const;

/** The pictures as files of the book, by their names in the publication. */
export async function packPictures(images: ReadonlyMap<string, Image>): Promise<Map<string, BookFile>> {
  const packed = await Promise.all(
    [...images].map(async ([name, image]) => [name, await fitPicture(image, page)] as const),
  );
  return new Map(packed);
}

/** Every `img` leads to its file, from a document one folder below the package. */
export function placePictures(tree: Element, pictures: ReadonlyMap<string, BookFile>): void {
  visit(tree, "element", (node) => {
    const picture = node.tagName === "img" ? pictures.get(String(node.properties["src"])) : undefined;
    if (picture) node.properties["src"] = `../${picture.path}`;
    if (node.tagName === "img") fitWithoutStyles(node);
  });
}

/** What a reader that ignores style sheets has room for, in CSS pixels. */
const smallPage = { width: 560, height: 760 } as const;

/** Its attributes keep a picture on a page without styles; the style sheet gives it back its own width. */
function fitWithoutStyles(image: Element): void {
  const [width, height] = [Number(image.properties["width"]), Number(image.properties["height"])];
  const scale = Math.min(smallPage.width / width, smallPage.height / height);
  if (!(scale < 1)) return;
  Object.assign(image.properties, { width: Math.floor(width * scale), height: Math.floor(height * scale) });
  image.properties["className"] = ["page-wide", ...classesOf(image)];
}
