import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { subsetFamily, type FontTools } from "../../src/template/subset-family.ts";
import { counterSigns } from "../../src/template/scripts.ts";
import { loadTemplate } from "../../src/template/load.ts";
import { cutName } from "../../src/template/ready-faces.ts";
import { subsetFont } from "../../src/template/subset-font.ts";
import { encodeWoff2 } from "../../src/template/woff2/encode.ts";
import { realWorld } from "../../src/world/node.ts";
import { valueOf } from "./bench/measure.ts";

/**
 * Subsets the template's fonts to the characters that nearly all Latin texts use, for `src/template/ready-faces.ts` in
 * the npm package: unpacking, subsetting and compressing them takes a sixth of a short article's build time.
 */
export async function cutFaces(folder: string): Promise<void> {
  const world = realWorld();
  const template = valueOf(await loadTemplate(world, [join(world.host.toolFolder, "templates")], "handout"));
  mkdirSync(folder, { recursive: true });
  const read: FontTools["read"] = (path) => world.disk.read(path);
  const subset: FontTools["subset"] = async (path, characters) => {
    const font = await read(path);
    const face = await subsetFont(world, font, characters);
    const name = join(folder, cutName(font, characters));
    writeFileSync(`${name}.ttf`, face);
    writeFileSync(`${name}.woff2`, await encodeWoff2(face));
    return face;
  };
  for (const family of template.settings.fonts) {
    const isBasic = family.for !== "math" && family.scripts === undefined;
    if (isBasic) valueOf(await subsetFamily({ read, subset }, family, counterSigns));
  }
}
