import { x } from "xastscript";
import type { Manifest } from "../config/manifest-file.ts";
import { addressOf, writeXml } from "./site-view.ts";

/** The pages of the site for search engines (https://www.sitemaps.org/protocol.html). `base` ends in a slash. */
export function sitemap(manifests: readonly Manifest[], base: string): string {
  const pages = manifests.flatMap(({ artifacts, date }) =>
    artifacts.filter(({ mediaType }) => mediaType === "text/html").map(({ path }) => ({ path, date })),
  );
  const entries = [{ path: "", date: undefined }, ...pages].map(({ path, date }) =>
    x("url", [x("loc", addressOf(path, { base })), ...(date === undefined ? [] : [x("lastmod", date)])]),
  );
  const set = x("urlset", { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" }, entries);
  return writeXml({ type: "root", children: [set] });
}
