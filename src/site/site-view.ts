import type { Root } from "xast";
import { toXml } from "xast-util-to-xml";
import type { Manifest } from "../config/manifest-file.ts";
import { legalXml } from "../model/xml.ts";
import { nameBasedUuid } from "../template/identifier.ts";

/** What feeds are made from. */
export interface Site {
  readonly title: string;
  readonly manifests: readonly Manifest[];
  /** Ends in a slash; without it, addresses are relative. */
  readonly base: string | undefined;
}

/** Where a file of the output folder is. */
export function addressOf(path: string, { base = "" }: Pick<Site, "base">): string {
  return base + path.split("/").map(encodeURIComponent).join("/");
}

/** Newest first; of one day, by title. */
export function newestFirst(manifests: readonly Manifest[]): Manifest[] {
  return manifests.toSorted((a, b) => {
    const [one, other] = [a.date ?? "", b.date ?? ""];
    if (one !== other) return one < other ? 1 : -1;
    return a.slug < b.slug ? -1 : 1;
  });
}

/** RFC 3339; a publication without a day counts as the oldest there can be, never as made now. */
export function timeOf({ date = "1970-01-01" }: Pick<Manifest, "date">): string {
  return `${date}T00:00:00Z`;
}

export function idOf(manifest: Manifest): string {
  return manifest.id ?? `urn:uuid:${nameBasedUuid(manifest.slug)}`;
}

/** Of the feed as a whole: the same as long as its address, or else its publications, are. */
export function feedId({ base, manifests }: Site): string {
  return base ?? `urn:uuid:${nameBasedUuid(JSON.stringify(manifests.map(({ slug }) => slug)))}`;
}

/** The web pages of a publication in other languages, of those that the site has. */
export function translationsOf(
  { translations = [] }: Manifest,
  { manifests }: Pick<Site, "manifests">,
): { readonly language: string; readonly path: string; readonly isOriginal: boolean }[] {
  return translations.flatMap(({ slug, language, original = false }) => {
    const other = manifests.find((manifest) => manifest.slug === slug);
    const page = other?.artifacts.find(({ mediaType }) => mediaType === "text/html");
    return page ? [{ language, path: page.path, isOriginal: original }] : [];
  });
}

export function writeXml(tree: Root): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${legalXml(toXml(tree))}\n`;
}

/** The type of a cover, by its path. */
export function imageType(path: string): string {
  return path.endsWith(".png") ? "image/png" : "image/jpeg";
}
