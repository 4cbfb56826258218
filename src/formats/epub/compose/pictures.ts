import type { Element } from "hast";
import { visit } from "../../../model/visit.ts";
import type { BookFile } from "../../../model/book.ts";
import { classesOf } from "../../../model/hast.ts";
import type { Image } from "../../../model/image.ts";
import { fitPicture } from "../../../template/fit-picture.ts";

/**
 * The maximum size of images, in CSS pixels: wider than any e-reader and below the 5.6 million that Apple Books
 * accepts. Images are never enlarged.
 */
const page = { width: 1600, height: 2400 } as const;

/** Returns the image files of the book by their names in the publication. */
export async function packPictures(images: ReadonlyMap<string, Image>): Promise<Map<string, BookFile>> {
  const packed = await Promise.all(
    [...images].map(async ([name, image]) => [name, await fitPicture(image, page)] as const),
  );
  return new Map(packed);
}

/** Points every `img` to its file, from a document one folder below the package. */
export function placePictures(tree: Element, pictures: ReadonlyMap<string, BookFile>): void {
  visit(tree, "element", (node) => {
    const picture = node.tagName === "img" ? pictures.get(String(node.properties["src"])) : undefined;
    if (picture) node.properties["src"] = `../${picture.path}`;
    if (node.tagName === "img") fitWithoutStyles(node);
  });
}

/** The maximum size in CSS pixels for readers that ignore style sheets. */
const smallPage = { width: 560, height: 760 } as const;

/** Sets attributes that fit an image on a page without styles; the style sheet restores its own width. */
function fitWithoutStyles(image: Element): void {
  const [width, height] = [Number(image.properties["width"]), Number(image.properties["height"])];
  const scale = Math.min(smallPage.width / width, smallPage.height / height);
  if (!(scale < 1)) return;
  Object.assign(image.properties, { width: Math.floor(width * scale), height: Math.floor(height * scale) });
  image.properties["className"] = ["page-wide", ...classesOf(image)];
}
