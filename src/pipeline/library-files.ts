import type { OffprintConfig } from "../config/offprint-config.ts";
import { writeHtml } from "../formats/html/write.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { writeFeeds } from "../site/feeds.ts";
import { composeLibrary, libraryView, type ListedPublication } from "../site/library.ts";
import { sumsName, sumsOf } from "../site/sums.ts";
import { usedCharacters } from "../template/embed.ts";
import { subsetFonts } from "../template/fonts.ts";
import { earlierManifest } from "./earlier-manifest.ts";
import { releasesOf } from "./release-files.ts";
import { type KnownTexts, searchFile } from "./search-files.ts";
import type { Destination } from "./destination.ts";
import type { OutputFile } from "./output-folder.ts";
import { templateFor } from "./template-context.ts";

/** Returns the library page of these publications and, unless they are all, of those built before. */
export async function libraryFiles(
  world: World,
  made: readonly ListedPublication[],
  { folder, complete }: Destination,
  config: OffprintConfig,
  texts: KnownTexts,
): Promise<Outcome<OutputFile[]>> {
  const others = complete ? [] : await otherPublications(world, folder, made);
  // Sorted, so that the order does not depend on the number of runs.
  const listed = [...made, ...others].toSorted((a, b) => (a.manifest.slug < b.manifest.slug ? -1 : 1));
  const manifests = listed.map(({ manifest }) => manifest);
  const template = await templateFor(world, config, config.template?.name);
  if (!template.ok) return template;
  const view = libraryView(listed);
  const used = usedCharacters({ type: "root", children: [] }, JSON.stringify(view));
  const fonts = await subsetFonts(world, template.value, { ...used, languages: [view.language] });
  if (!fonts.ok) return fonts;
  const page = composeLibrary(template.value, listed, fonts.value);
  if (!page.ok) return fail(...page.diagnostics);
  const search = await searchFile(world, folder, manifests, texts);
  return succeed(
    [
      { path: "index.html", bytes: writeHtml(page.value) },
      search,
      ...manifests.map((manifest) => ({
        path: `${manifest.slug}/${sumsName}`,
        bytes: new TextEncoder().encode(sumsOf(manifest)),
      })),
      ...writeFeeds(page.value.title, manifests, config.url),
    ],
    page.diagnostics,
  );
}

async function otherPublications(
  world: World,
  folder: string,
  made: readonly ListedPublication[],
): Promise<ListedPublication[]> {
  const entries = await world.disk.list(folder);
  const slugs = entries.filter(
    ({ kind, name }) => kind === "folder" && made.every(({ manifest }) => manifest.slug !== name),
  );
  const found = await Promise.all(
    slugs.map(async ({ name }) => {
      const manifest = await earlierManifest(world, folder, name);
      return manifest && { manifest, releases: await releasesOf(world, { folder }, { manifest }) };
    }),
  );
  return found.filter((entry) => entry !== undefined);
}
