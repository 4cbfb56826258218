import type { Element, Root } from "hast";
import { visit } from "../model/visit.ts";
import { type Image, imageKey, type ImageReference } from "../model/image.ts";
import type { JoinedText } from "../model/source.ts";
import { undescribed } from "../model/undescribed.ts";
import { nameOfImage, replaceAbsentImage } from "./absent-image.ts";
import { addClass, classesOf, isElement } from "./hast.ts";
import type { Report } from "../diagnostics/report.ts";

/** Returns every image of an article with its location, including those of raw HTML. */
export function listImages(tree: Root, source: JoinedText): ImageReference[] {
  const references: ImageReference[] = [];
  visit(tree, "element", (node) => {
    if (node.tagName !== "img") return;
    const { file, position } = source.locate(node.position);
    references.push({
      address: String(node.properties["src"] ?? ""),
      from: file.path,
      file: file.shown,
      ...(position && { position }),
    });
  });
  return references;
}

/** Sets the published name of images, and their sizes, so that a page does not jump while it loads. */
export function placeImages(
  tree: Root | Element,
  source: JoinedText,
  images: ReadonlyMap<string, Image>,
  report: Report,
): void {
  placeIn(tree, false);

  function placeIn(node: Root | Element, inLink: boolean): void {
    if (isElement(node, "img")) place(node, inLink);
    else for (const child of node.children) if (isElement(child)) placeIn(child, inLink || isElement(node, "a"));
  }

  function place(node: Element, inLink: boolean): void {
    const address = String(node.properties["src"] ?? "");
    const { file: from } = source.locate(node.position);
    const image = images.get(imageKey(from.path, address));
    if (node.properties["alt"] === undefined) reportMissingAlt(node, report);
    if (classesOf(node).includes("decorative")) node.properties["alt"] = "";
    if (!image) return replaceAbsentImage(node, inLink);
    node.properties["src"] = image.name;
    if (classesOf(node).includes(undescribed)) node.properties["alt"] = nameOfImage(address) || image.name;
    setSize(node, image);
  }
}

function reportMissingAlt(node: Element, report: Report): void {
  report(
    "imageHasAlt",
    node,
    "This image has no alternative text.",
    'Give it alt="what it shows", or alt="" if it only decorates.',
  );
  addClass(node, undescribed);
}

/**
 * Sets a width in CSS pixels as an attribute; one in per cent as a class in steps of ten, which every style sheet
 * defines.
 */
function setSize(node: Element, image: Image): void {
  const [width, unit] = readSize(node.properties["width"]);
  const [height] = readSize(node.properties["height"]);
  delete node.properties["width"];
  delete node.properties["height"];
  const share = width !== undefined && unit === "%" ? Math.min(10, Math.max(1, Math.round(width / 10))) : undefined;
  if (share !== undefined) addClass(node, `width-${share * 10}`);
  const wanted = share === undefined ? (width ?? (height && (height * image.width) / image.height)) : undefined;
  node.properties["width"] = Math.max(1, Math.round(wanted ?? image.width));
  node.properties["height"] = Math.max(1, Math.round(((wanted ?? image.width) * image.height) / image.width));
}

function readSize(value: unknown): [amount?: number, unit?: string] {
  const [, amount, unit] =
    /^([1-9]\d{0,3})(%|px)?$/.exec(typeof value === "string" || typeof value === "number" ? String(value) : "") ?? [];
  return amount === undefined ? [] : [Number(amount), unit ?? "px"];
}
