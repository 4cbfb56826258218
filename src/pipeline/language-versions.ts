import type { FrontMatter } from "../config/front-matter.ts";
import { findFrontMatter } from "../config/front-matter-text.ts";
import { toMetadata } from "../config/metadata.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import { readFrontMatter } from "../config/parse-front-matter.ts";
import { withProject } from "../config/with-project.ts";
import { inheritedByTranslation } from "../config/translated-metadata.ts";
import { encodePath } from "../model/address.ts";
import { editionFile, editionOf } from "../model/every-edition.ts";
import type { LanguageLink } from "../model/metadata.ts";
import { detectLanguage } from "../parse/detect-language.ts";
import { parseArticle } from "../parse/parse-article.ts";
import type { LanguageVersion, SourcePublication } from "../source/source-publication.ts";
import { identify } from "../template/identifier.ts";

/**
 * Returns the languages of a publication, the original first; empty where there is only one. A version without a web
 * page has no address, as its metadata show before it is built.
 */
export async function languageVersions(source: SourcePublication, config: OffprintConfig): Promise<LanguageLink[]> {
  const { versions = [], slug } = source;
  const [first] = versions;
  const isOriginal = (version: LanguageVersion): boolean => version.language === undefined;
  const original = first && isOriginal(first) ? saidBy(first) : {};
  return Promise.all(
    versions.map(async (version): Promise<LanguageLink> => {
      const own = isOriginal(version) ? original : { ...inheritedByTranslation(original), ...saidBy(version) };
      const language = own.language ?? version.language ?? config.metadata?.language ?? (await languageOf(version));
      const metadata = toMetadata(withProject({ ...own, language }, config.metadata), version.slug);
      const page = metadata.editions.find((name) => editionOf(name).format === "html");
      const path = page === undefined ? undefined : `${version.slug}/${editionFile(version.slug, page)}`;
      return {
        slug: version.slug,
        language,
        identifier: identify({ slug: version.slug, metadata }).value,
        isOriginal: isOriginal(version),
        isThis: version.slug === slug,
        ...(path !== undefined && { path }),
        ...(path !== undefined && addressOf(path, metadata.url, config.url)),
      };
    }),
  );
}

function saidBy({ settings, file }: LanguageVersion): FrontMatter {
  if (settings) return settings;
  const block = findFrontMatter(file.text);
  const read = block && readFrontMatter(block, file.shown);
  return read?.ok ? read.value.value : {};
}

async function languageOf({ file, settings }: LanguageVersion): Promise<string> {
  const parsed = settings ? undefined : parseArticle(file);
  return (parsed?.ok ? await detectLanguage([parsed.value.tree]) : undefined) ?? "en";
}

/** Returns an absolute address where the output folder's or the page's own is known. */
function addressOf(path: string, own: string | undefined, site: string | undefined) {
  if (own !== undefined) return { url: own };
  if (site === undefined) return {};
  return { url: new URL(encodePath(path), site.replace(/\/?$/, "/")).href };
}
