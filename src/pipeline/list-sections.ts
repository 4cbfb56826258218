import type { ElementContent, RootContent } from "hast";
import { visit } from "../model/visit.ts";
import type { ManifestSection } from "../config/manifest-file.ts";
import type { Image } from "../model/image.ts";
import { blocksOf } from "../model/blocks.ts";
import { blockId, type PagePositions } from "../model/page-map.ts";
import { sha256Of } from "../model/sha256.ts";
import { textOf } from "../model/text-of.ts";
import type { MasterPublication, WholeChapter } from "../transform/whole-publication.ts";

interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: ElementContent[];
}

/**
 * Returns the sections of a publication, with a digest of the words and images of each, so that a later release can
 * list changes. Counted numbers are left out.
 */
export function listSections(
  { whole, images }: Pick<MasterPublication, "whole" | "images">,
  positions: PagePositions | undefined,
): ManifestSection[] {
  return whole.chapters.flatMap((chapter) =>
    sectionsOf(chapter).map(({ id, title, content }) => {
      const page = positions && pageOf(id, content, positions);
      return { id, title, sha256: sha256Of(contentKey(content, images)), ...(page !== undefined && { page }) };
    }),
  );
}

/** Returns the page of a section's heading; without one, as before the first, that of its first block on paper. */
function pageOf(id: string, content: ElementContent[], positions: PagePositions): number | undefined {
  const blocks = blocksOf({ type: "root", children: content });
  const ids = blocks.flatMap(({ properties, data }) => [
    ...(properties.id ? [String(properties.id)] : []),
    ...(data?.block === undefined ? [] : [blockId(data.block)]),
  ]);
  return [id, ...ids].map((name) => positions.get(name)?.page).find((page) => page !== undefined);
}

/** Splits a chapter at headings of level 2; content before the first gets the name of the chapter. */
function sectionsOf({ slug, title, body }: WholeChapter): Section[] {
  const opening: Section = { id: slug, title, content: [] };
  const sections = [opening];
  for (const child of body.children) {
    const heading = headingOf(child);
    if (heading) sections.push({ id: String(heading.properties["id"] ?? ""), title: textOf(heading), content: [] });
    if (child.type === "element" || child.type === "text") sections.at(-1)?.content.push(child);
  }
  return sections.filter(({ content }) => content.some((node) => node.type === "element"));
}

function headingOf(node: RootContent) {
  if (node.type !== "element") return undefined;
  if (node.tagName === "h2") return node;
  const [first] = node.tagName === "section" ? node.children : [];
  return first?.type === "element" && first.tagName === "h2" ? first : undefined;
}

function contentKey(content: ElementContent[], images: ReadonlyMap<string, Image>): string {
  const words = content.map(textOf).join(" ").replaceAll(/\s+/g, " ").trim();
  const pictures: string[] = [];
  visit({ type: "root", children: content }, "element", ({ tagName, properties: { src } }) => {
    const image = tagName === "img" ? images.get(String(src)) : undefined;
    if (image) pictures.push(sha256Of(image.bytes));
  });
  return [words, ...pictures].join("\n");
}
