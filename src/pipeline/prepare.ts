import type { KeyLocation } from "../config/read-yaml.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import { fail, type Outcome, settle, succeed } from "../model/outcome.ts";
import { chooseEditions, type EditionChoice } from "../model/choose-editions.ts";
import type { EditionName } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import type { Metadata } from "../model/metadata.ts";
import type { World } from "../model/world.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import type { MasterPublication } from "../transform/whole-publication.ts";
import { noCache } from "./build-cache.ts";
import { drawCharts, type DrawIn, noCharts } from "./draw-charts.ts";
import { type LoadedSources, loadSources } from "./load.ts";
import { resolveSources } from "./resolve.ts";
import type { ChosenTemplate } from "../template/format.ts";
import { chooseTemplate } from "./template-context.ts";
import type { Brand } from "../config/look.ts";
import { withBrand } from "../config/with-profile.ts";
import { imageKey } from "../model/image.ts";
import { loadImages } from "../source/images.ts";
import type { OwnBrand } from "../template/apply-brand.ts";

/** A publication ready for any template, with the one that it chose. */
export interface PreparedPublication {
  readonly publication: MasterPublication;
  readonly chosen: ChosenTemplate;
}

/** Prepares a publication: source → parse → template → charts → transform. `onLoaded` is called between the first two. */
export async function preparePublication(
  world: World,
  source: SourcePublication,
  config: OffprintConfig,
  draw: DrawIn = noCache.draw,
  choice: EditionChoice = {},
  onLoaded: (metadata: Metadata) => void = () => undefined,
): Promise<Outcome<PreparedPublication>> {
  const loaded = await loadSources(world, source, config);
  if (!loaded.ok) return loaded;
  onLoaded(loaded.value.metadata);
  const prepared = await prepareLoaded(world, loaded.value, draw, choice);
  const diagnostics = [...loaded.diagnostics, ...prepared.diagnostics];
  return prepared.ok ? settle(prepared.value, diagnostics) : fail(...diagnostics);
}

/** Prepares loaded sources; the diagnostics of loading are not repeated. */
export async function prepareLoaded(
  world: World,
  loaded: LoadedSources,
  draw: DrawIn = noCache.draw,
  choice: EditionChoice = {},
): Promise<Outcome<PreparedPublication>> {
  const { source, config, metadata } = loaded;
  const branded = await brandOf(world, source, config);
  const { brand, own } = branded.ok ? branded.value : {};
  const chosen = await chooseTemplate(world, metadata, { ...config, brand }, settingsPlace(loaded), own);
  const isLarge = hasLargePrint(metadata.editions, choice);
  const drawn = chosen.ok ? await drawCharts(world, loaded, chosen.value, draw, isLarge) : noCharts;
  const resolved = await resolveSources(world, loaded, drawn);
  const diagnostics = [...branded.diagnostics, ...resolved.diagnostics, ...chosen.diagnostics];
  if (!resolved.ok || !chosen.ok) return fail(...diagnostics);
  return settle({ publication: resolved.value.publication, chosen: chosen.value }, diagnostics);
}

/** Reports whether large print is built, for which charts are drawn again. */
function hasLargePrint(issued: readonly EditionName[], choice: EditionChoice): boolean {
  return chooseEditions(issued, choice).some((name) => editionOf(name).design === "large-print");
}

/** Returns where a publication's metadata are written. */
export function settingsPlace({ source, parsed }: LoadedSources): KeyLocation {
  return (source.settings ?? parsed[0])?.keyLocation ?? (() => ({ file: source.slug }));
}

/**
 * Returns the brand of the configuration, overridden by that of a publication.yaml. A publication is not trusted: its
 * logo is confined and checked like the images of its text, and it cannot name fonts.
 */
async function brandOf(
  world: World,
  source: SourcePublication,
  config: OffprintConfig,
): Promise<Outcome<{ readonly brand: Brand | undefined; readonly own: OwnBrand | undefined }>> {
  const { settings } = source;
  const ownBrand = settings?.value.brand;
  if (!settings || !ownBrand) return succeed({ brand: config.brand, own: undefined });
  const { logo, ...look } = ownBrand;
  const brand = withBrand(look, config.brand);
  const { path: from, shown: file } = settings.file;
  if (!logo) return succeed({ brand, own: { file } });
  const { position } = settings.keyLocation("brand", "logo");
  const reference = (address: string) => ({ address, from, file, ...(position && { position }) });
  const addresses = [logo.light, ...(logo.dark === undefined ? [] : [logo.dark])];
  const { images, diagnostics } = await loadImages(world, source, addresses.map(reference));
  const [light, dark] = addresses.map((address) => images.get(imageKey(from, address)));
  // If the logo cannot be read, the configured one is used.
  const own = light ? { file, logo: { light, ...(dark && { dark }), alt: logo.alt } } : { file };
  return succeed({ brand, own }, diagnostics);
}
