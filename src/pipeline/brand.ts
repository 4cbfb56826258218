import type { Brand } from "../config/look.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import { withBrand } from "../config/with-profile.ts";
import { imageKey } from "../model/image.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { loadImages } from "../source/images.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import type { OwnBrand } from "../template/apply-brand.ts";

/**
 * Returns the brand of the configuration, overridden by that of a publication.yaml. A publication is not trusted: its
 * logo is confined and checked like the images of its text, and it cannot name fonts.
 */
export async function brandOf(
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
