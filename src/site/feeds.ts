import type { Manifest } from "../config/manifest-file.ts";
import { atomFeed, opdsCatalogue } from "./atom.ts";
import { opdsPublications } from "./opds-2.ts";
import { sitemap } from "./sitemap.ts";
import type { Site } from "./site-view.ts";

/** A machine-readable file beside the library page. */
interface Feed {
  readonly path: string;
  readonly media_type: string;
  readonly title: string;
  readonly write: (site: Site) => string;
}

/** The feeds named in the library page's head. */
export const feeds: readonly Feed[] = [
  { path: "feed.atom", media_type: "application/atom+xml", title: "Atom", write: atomFeed },
  {
    path: "opds.xml",
    media_type: "application/atom+xml;profile=opds-catalog;kind=acquisition",
    title: "OPDS 1.2",
    write: opdsCatalogue,
  },
  { path: "opds.json", media_type: "application/opds+json", title: "OPDS 2.0", write: opdsPublications },
];

/**
 * Returns the files of all feeds, a robots.txt (RFC 9309) that allows everything, and a sitemap if the site's address is
 * known.
 */
export function writeFeeds(title: string, manifests: readonly Manifest[], url: string | undefined) {
  const base = url === undefined ? undefined : url.replace(/\/?$/, "/");
  const site: Site = { title, manifests, base };
  const files = [
    ...feeds.map(({ path, write }) => ({ path, text: write(site) })),
    {
      path: "robots.txt",
      text: `User-agent: *\nAllow: /\n${base === undefined ? "" : `Sitemap: ${base}sitemap.xml\n`}`,
    },
    ...(base === undefined ? [] : [{ path: "sitemap.xml", text: sitemap(manifests, base) }]),
  ];
  return files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));
}
