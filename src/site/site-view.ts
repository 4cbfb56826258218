import type { Root } from "xast";
import { toXml } from "xast-util-to-xml";
import type { Manifest } from "../config/manifest-file.ts";
import { encodePath } from "../model/address.ts";
import { legalXml } from "../model/xml.ts";
import { nameBasedUuid } from "../template/identifier.ts";

/** The data for feeds. */
export interface Site {
  readonly title: string;
  readonly manifests: readonly Manifest[];
  /** Ends in a slash; if missing, addresses are relative. */
  readonly base: string | undefined;
}

/** Returns the address of a file in the output folder. */
export function addressOf(path: string, { base = "" }: Pick<Site, "base">): string {
  return base + encodePath(path);
}

/** Sorts by date, newest first, then by title. */
export function newestFirst(manifests: readonly Manifest[]): Manifest[] {
  return manifests.toSorted((a, b) => {
    const [first, other] = [a.date ?? "", b.date ?? ""];
    if (first !== other) return first < other ? 1 : -1;
    return a.slug < b.slug ? -1 : 1;
  });
}

/** Returns an RFC 3339 time; a publication without a date counts as the oldest possible, never as new. */
export function timeOf({ date = "1970-01-01" }: Pick<Manifest, "date">): string {
  return `${date}T00:00:00Z`;
}

export function idOf(manifest: Manifest): string {
  return manifest.id ?? `urn:uuid:${nameBasedUuid(manifest.slug)}`;
}

/** Returns a feed's id, which stays the same as long as its address or, without one, its publications do. */
export function feedId({ base, manifests }: Site): string {
  return base ?? `urn:uuid:${nameBasedUuid(JSON.stringify(manifests.map(({ slug }) => slug)))}`;
}

/** Returns the web pages of a publication's translations on this site. */
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

/** Returns a cover's media type, by its path. */
export function imageType(path: string): string {
  return path.endsWith(".png") ? "image/png" : "image/jpeg";
}
