import type { LanguageLink, Metadata } from "../../model/metadata.ts";
import { toValidAddress } from "../../model/address.ts";
import type { FileView } from "../../template/file-view.ts";
import type { MetadataView } from "../../template/view.ts";

/**
 * Returns metadata for search engines and reference managers: a schema.org Article (https://schema.org/Article) as
 * JSON-LD. `<` is escaped, so that no text can end the enclosing element (HTML, 4.12.1.3).
 */
export function jsonLd(metadata: Metadata, view: MetadataView, files: readonly FileView[]): string {
  const person = ({ name, affiliation, orcid }: Metadata["authors"][number]) => ({
    "@type": "Person",
    name,
    ...(affiliation !== undefined && { affiliation: { "@type": "Organization", name: affiliation } }),
    ...(orcid !== undefined && { identifier: orcid }),
  });
  const { description, keywords, publisher, date, updated = date } = metadata;
  const url = metadata.url === undefined ? undefined : toValidAddress(metadata.url);
  const article = {
    "@context": "https://schema.org",
    "@type": "Article",
    headline: metadata.title,
    ...(metadata.subtitle !== undefined && { alternativeHeadline: metadata.subtitle }),
    ...(description !== undefined && { description }),
    inLanguage: metadata.language,
    ...(metadata.authors.length > 0 && { author: metadata.authors.map(person) }),
    ...(metadata.editors.length > 0 && { editor: metadata.editors.map(person) }),
    ...(date !== undefined && { datePublished: date }),
    ...(updated !== undefined && { dateModified: updated }),
    // Pages are reviewed, not articles (https://schema.org/lastReviewed).
    ...(metadata.review && { mainEntityOfPage: { "@type": "WebPage", lastReviewed: metadata.review.checked } }),
    ...(publisher !== undefined && { publisher: { "@type": "Organization", name: publisher } }),
    ...(metadata.release && { version: metadata.release.id }),
    ...(view.licence?.url && { license: view.licence.url }),
    ...(view.identifier?.url && { identifier: view.identifier.url }),
    ...(url !== undefined && { url }),
    ...(keywords.length > 0 && { keywords }),
    ...workIn(metadata),
    ...(files.length > 0 && {
      encoding: files.map(({ file_name, media_type, name }) => ({
        "@type": "MediaObject",
        name,
        contentUrl: file_name,
        encodingFormat: media_type,
      })),
    }),
  };
  return JSON.stringify(article).replaceAll("<", String.raw`\u003c`);
}

/** Returns the original and the translations (https://schema.org/workTranslation). */
function workIn({ languages = [] }: Metadata) {
  const others = languages.filter(({ isThis }) => !isThis);
  const self = languages.find(({ isThis }) => isThis);
  const work = ({ language, identifier, url }: LanguageLink) => ({
    "@type": "Article",
    inLanguage: language,
    identifier,
    ...(url !== undefined && { url }),
  });
  const original = self?.isOriginal ? undefined : others.find(({ isOriginal }) => isOriginal);
  const translations = self?.isOriginal ? others : [];
  return {
    ...(original && { translationOfWork: work(original) }),
    ...(translations.length > 0 && { workTranslation: translations.map(work) }),
  };
}
