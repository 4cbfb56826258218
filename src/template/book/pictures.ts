import type { Element } from "hast";
import sharp from "sharp";
import { visit } from "unist-util-visit";
import type { BookFile } from "../../model/book.ts";
import type { Image, ImageType } from "../../model/image.ts";

/** Picture types that every reading system shows (EPUB 3.3, §3.2), and that every shop takes for a cover. */
const coreTypes: readonly ImageType[] = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"];
const coverTypes: readonly ImageType[] = ["image/png", "image/jpeg"];

/** The pictures as files of the book, by their names in the publication. */
export async function packPictures(images: ReadonlyMap<string, Image>): Promise<Map<string, BookFile>> {
  const packed = await Promise.all(
    [...images].map(async ([name, image]) => [name, await pack(image, coreTypes)] as const),
  );
  return new Map(packed);
}

export async function packCover(image: Image): Promise<BookFile> {
  return pack(image, coverTypes);
}

/** As it is, or as a PNG. */
async function pack(image: Image, types: readonly ImageType[]): Promise<BookFile> {
  if (types.includes(image.mediaType)) return { path: image.name, mediaType: image.mediaType, bytes: image.bytes };
  const bytes = await sharp(image.bytes).png({ compressionLevel: 9 }).toBuffer();
  return { path: `${image.name}.png`, mediaType: "image/png", bytes: new Uint8Array(bytes) };
}

/** Every `img` leads to its file, from a document one folder below the package. */
export function placePictures(tree: Element, pictures: ReadonlyMap<string, BookFile>): void {
  visit(tree, "element", (node) => {
    const picture = node.tagName === "img" ? pictures.get(String(node.properties["src"])) : undefined;
    if (picture) node.properties["src"] = `../${picture.path}`;
  });
}
