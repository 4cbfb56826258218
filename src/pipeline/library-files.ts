import type { Manifest } from "../config/manifest-file.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import { writeHtml } from "../formats/html/write.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { writeFeeds } from "../site/feeds.ts";
import { composeLibrary, libraryView } from "../site/library.ts";
import { usedCharacters } from "../template/embed.ts";
import { subsetFonts } from "../template/fonts.ts";
import { earlierManifest } from "./earlier-manifest.ts";
import type { Destination, OutputFile } from "./save.ts";
import { templateFor } from "./template-context.ts";

/** The library page of these publications and, unless they are all there are, of those that were made before. */
export async function libraryFiles(
  world: World,
  made: readonly Manifest[],
  { folder, complete }: Destination,
  config: OffprintConfig,
): Promise<Outcome<OutputFile[]>> {
  const others = complete ? [] : await otherManifests(world, folder, made);
  // However many runs made them: in one order.
  const manifests = [...made, ...others].toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const template = await templateFor(world, config, config.template?.name);
  if (!template.ok) return template;
  const view = libraryView(manifests);
  const used = usedCharacters({ type: "root", children: [] }, JSON.stringify(view));
  const code = manifests.length === 0 ? "" : "0123456789abcdef";
  const fonts = await subsetFonts(world, template.value, { ...used, code, languages: [view.language] });
  if (!fonts.ok) return fonts;
  const page = composeLibrary(template.value, manifests, fonts.value);
  return page.ok
    ? succeed(
        [{ path: "index.html", bytes: writeHtml(page.value) }, ...writeFeeds(page.value.title, manifests, config.url)],
        page.diagnostics,
      )
    : fail(...page.diagnostics);
}

async function otherManifests(world: World, folder: string, made: readonly Manifest[]): Promise<Manifest[]> {
  const entries = await world.disk.list(folder);
  const slugs = entries.filter(({ kind, name }) => kind === "folder" && made.every(({ slug }) => slug !== name));
  const found = await Promise.all(slugs.map(({ name }) => earlierManifest(world, folder, name)));
  return found.filter((manifest) => manifest !== undefined);
}
