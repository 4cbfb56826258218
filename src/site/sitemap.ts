import { x } from "xastscript";
import type { Manifest } from "../config/manifest-file.ts";
import { addressOf, translationsOf, writeXml } from "./site-view.ts";

/**
 * Returns a sitemap for search engines (https://www.sitemaps.org/protocol.html), in which pages link to their
 * translations (https://developers.google.com/search/docs/specialty/international/localized-versions). `base` ends in a
 * slash.
 */
export function sitemap(manifests: readonly Manifest[], base: string): string {
  const site = { base, manifests };
  const pages = manifests.flatMap((manifest) =>
    manifest.artifacts
      .filter(({ mediaType }) => mediaType === "text/html")
      .map(({ path }) => {
        const others = translationsOf(manifest, site);
        const versions = others.length === 0 ? [] : [{ path, language: manifest.language }, ...others];
        return { path, date: manifest.date, versions };
      }),
  );
  const entries = [{ path: "", date: undefined, versions: [] }, ...pages].map(({ path, date, versions }) =>
    x("url", [
      x("loc", addressOf(path, site)),
      ...(date === undefined ? [] : [x("lastmod", date)]),
      ...versions.map((version) =>
        x("xhtml:link", { rel: "alternate", hreflang: version.language, href: addressOf(version.path, site) }),
      ),
    ]),
  );
  const names = { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" };
  const isTranslated = pages.some(({ versions }) => versions.length > 0);
  const set = x("urlset", isTranslated ? { ...names, "xmlns:xhtml": "http://www.w3.org/1999/xhtml" } : names, entries);
  return writeXml({ type: "root", children: [set] });
}
