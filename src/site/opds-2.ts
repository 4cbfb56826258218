import { addressOf, idOf, imageType, newestFirst, type Site, timeOf, translationsOf } from "./site-view.ts";

/**
 * Returns a catalogue in JSON (https://drafts.opds.io/opds-2.0), whose publications follow the Readium Web Publication
 * Manifest.
 */
export function opdsPublications(site: Site): string {
  const catalogue = {
    metadata: { title: site.title, numberOfItems: site.manifests.length },
    links: [
      { rel: "self", href: addressOf("opds.json", site), type: "application/opds+json" },
      { rel: "alternate", href: addressOf("index.html", site), type: "text/html" },
    ],
    publications: newestFirst(site.manifests).map((manifest) => ({
      metadata: {
        "@type": "http://schema.org/Book",
        identifier: idOf(manifest),
        title: manifest.title,
        ...(manifest.subtitle !== undefined && { subtitle: manifest.subtitle }),
        ...(manifest.authors && { author: manifest.authors.map((name) => ({ name })) }),
        language: manifest.language,
        ...(manifest.date !== undefined && { modified: timeOf(manifest) }),
        ...(manifest.description !== undefined && { description: manifest.description }),
      },
      links: [
        ...manifest.artifacts.map(({ path, mediaType, edition }) => ({
          rel: mediaType === "text/html" ? "alternate" : "http://opds-spec.org/acquisition/open-access",
          href: addressOf(path, site),
          type: mediaType,
          title: edition,
        })),
        ...translationsOf(manifest, site).map(({ path, language }) => ({
          rel: "alternate",
          href: addressOf(path, site),
          type: "text/html",
          language,
        })),
      ],
      // At least one, or the list is omitted (OPDS 2.0, 2).
      ...(manifest.cover !== undefined && {
        images: [{ href: addressOf(manifest.cover, site), type: imageType(manifest.cover) }],
      }),
    })),
  };
  return `${JSON.stringify(catalogue, null, 2)}\n`;
}
