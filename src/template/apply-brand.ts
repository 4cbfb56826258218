import { extname, resolve } from "node:path";
import { configLocation } from "../config/config-location.ts";
import type { Brand } from "../config/look.ts";
import type { KeyLocation } from "../config/read-yaml.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { ImageType } from "../model/image.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { applyLook } from "./apply-look.ts";
import type { Template } from "./load.ts";
import type { Logo } from "./logo.ts";
import { readableLook } from "./readable-look.ts";

/** The name of the brand's style sheets, which no file of a template has. */
const name = "offprint.brand";

/** A publication's own brand: the file that defines it, and a logo that was read like the publication's images. */
export interface OwnBrand {
  readonly file: string;
  readonly logo?: Logo;
}

/** Applies a brand's colours, font families and logo to a template; paths are relative to `folder`. */
export async function applyBrand(
  world: World,
  template: Template,
  brand: Brand,
  folder: string,
  own?: OwnBrand,
): Promise<Outcome<Template>> {
  const at = await configLocation(world);
  const logo = own?.logo ? succeed(own.logo) : await readLogo(world, brand, folder, at);
  if (!logo.ok) return logo;
  const { look, diagnostics } = readableLook(
    brand,
    template.settings,
    own ? { file: own.file } : at("brand", "colours"),
  );
  const dressed = applyLook(template, { ...look, sheets: logo.value ? logoRules : {} }, name, folder);
  return succeed({ ...template, ...dressed, ...(logo.value && { logo: logo.value }) }, diagnostics);
}

const formats: Readonly<Record<string, string>> = { ".svg": "svg", ".png": "png" };
const mediaTypes: Readonly<Record<string, ImageType>> = { svg: "image/svg+xml", png: "image/png" };

async function readLogo(
  world: World,
  { logo }: Brand,
  folder: string,
  at: KeyLocation,
): Promise<Outcome<Logo | undefined>> {
  if (!logo) return succeed(undefined);
  try {
    const read = async (path: string) => {
      const format = formats[extname(path).toLowerCase()] ?? "jpeg";
      const bytes = await world.disk.read(resolve(folder, path));
      const { default: sharp } = await import("sharp");
      if ((await sharp(bytes).metadata()).format !== format) throw new Error("It is of another kind.");
      return { mediaType: mediaTypes[format] ?? "image/jpeg", bytes };
    };
    const dark = logo.dark === undefined ? {} : { dark: await read(logo.dark) };
    return succeed({ light: await read(logo.light), ...dark, alt: logo.alt });
  } catch {
    const names = [logo.light, logo.dark].filter(Boolean).join(", ");
    const message = `A file of the brand's logo cannot be read: ${names}.`;
    return fail(
      diagnostic(
        "configShape",
        message,
        "Paths are from the folder of the configuration; a file is what its ending says: SVG, PNG or JPEG.",
        at("brand", "logo"),
      ),
    );
  }
}

/** A logo for dark backgrounds replaces the other, by the reader's choice or the system's colour scheme. */
const logoRules = {
  screen: [
    ".logo{margin-block:0 1.5rem}",
    ".logo img{display:inline-block;height:3.5rem;width:auto;max-width:100%;background:none}",
    ".logo .for-dark{display:none}",
    "@media (prefers-color-scheme:dark){:root:not([data-scheme=light]) .logo:has(.for-dark) .for-light{display:none}:root:not([data-scheme=light]) .logo .for-dark{display:inline-block}}",
    ":root[data-scheme=dark] .logo:has(.for-dark) .for-light{display:none}",
    ":root[data-scheme=dark] .logo .for-dark{display:inline-block}",
  ].join(""),
  print: ".logo{margin-block:0 1.2rem}.logo img{display:inline-block;height:3.2rem;width:auto;max-width:100%}",
  book: ".logo{margin:0 0 1.5em}.logo img{height:3.5em;width:auto;max-width:100%}",
};
