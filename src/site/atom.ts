import type { Element } from "xast";
import { x } from "xastscript";
import type { Manifest, ManifestEntry } from "../config/manifest-file.ts";
import {
  addressOf,
  feedId,
  idOf,
  imageType,
  newestFirst,
  type Site,
  timeOf,
  translationsOf,
  writeXml,
} from "./site-view.ts";

interface FeedKind {
  /** The path of the feed. */
  readonly path: string;
  readonly type: string;
  /** Whether an entry's files are acquisition links (OPDS 1.2, 5.2) or alternates (RFC 4287, 4.2.7.2). */
  readonly acquires: boolean;
}

/** Returns an Atom feed of the publications, newest first (RFC 4287). */
export function atomFeed(site: Site): string {
  return feedOf(site, { path: "feed.atom", type: "application/atom+xml", acquires: false });
}

/** Returns a catalogue from which e-reading apps can load books (https://specs.opds.io/opds-1.2). */
export function opdsCatalogue(site: Site): string {
  const type = "application/atom+xml;profile=opds-catalog;kind=acquisition";
  return feedOf(site, { path: "opds.xml", type, acquires: true });
}

function feedOf(site: Site, { path, type, acquires }: FeedKind): string {
  const manifests = newestFirst(site.manifests);
  const names = { xmlns: "http://www.w3.org/2005/Atom", "xmlns:dc": "http://purl.org/dc/terms/" };
  const start = acquires ? [x("link", { rel: "start", href: addressOf(path, site), type })] : [];
  const feed = x("feed", names, [
    x("id", feedId(site)),
    x("title", site.title),
    x("updated", manifests[0] ? timeOf(manifests[0]) : timeOf({})),
    x("author", [x("name", site.title)]),
    x("link", { rel: "self", href: addressOf(path, site), type }),
    ...start,
    x("link", { rel: "alternate", href: addressOf("index.html", site), type: "text/html" }),
    ...manifests.map((manifest) => entryOf(manifest, site, acquires)),
  ]);
  return writeXml({ type: "root", children: [feed] });
}

function entryOf(manifest: Manifest, site: Site, acquires: boolean): Element {
  const { title, authors = [], language, description, cover } = manifest;
  return x("entry", [
    x("id", idOf(manifest)),
    x("title", title),
    x("updated", timeOf(manifest)),
    ...authors.map((name) => x("author", [x("name", name)])),
    x("dc:language", language),
    ...(description === undefined ? [] : [x("summary", description)]),
    ...manifest.artifacts.map((file) => linkTo(file, manifest, site, acquires)),
    // OPDS 1.2, 5.2.1.
    ...(acquires && cover !== undefined
      ? [x("link", { rel: "http://opds-spec.org/image", href: addressOf(cover, site), type: imageType(cover) })]
      : []),
    ...translationsOf(manifest, site).map(({ path, language: hreflang }) =>
      x("link", { rel: "alternate", href: addressOf(path, site), type: "text/html", hreflang }),
    ),
  ]);
}

/**
 * The web page is an entry's alternate link. Since an entry has only one alternate per type and language (RFC 4287,
 * 4.1.2), other files are enclosures or acquisition links.
 */
function linkTo(
  { path, mediaType, size, edition }: ManifestEntry,
  { language }: Manifest,
  site: Site,
  acquires: boolean,
): Element {
  const isPage = mediaType === "text/html";
  const rel = isPage ? "alternate" : acquires ? "http://opds-spec.org/acquisition/open-access" : "enclosure";
  const href = addressOf(path, site);
  return x("link", { rel, href, type: mediaType, hreflang: language, length: String(size), title: edition });
}
