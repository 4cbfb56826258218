import { join, resolve } from "node:path";
import type { OffprintConfig } from "../config/offprint-config.ts";
import type { KeyLocation } from "../config/read-yaml.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { messagesFor } from "../i18n/messages.ts";
import type { EditionName } from "../model/edition.ts";
import { everyEditionName } from "../model/every-edition.ts";
import type { Metadata } from "../model/metadata.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { ContentsEntry, Publication } from "../model/publication.ts";
import type { World } from "../model/world.ts";
import { applyBrand, type OwnBrand } from "../template/apply-brand.ts";
import { assemble } from "../template/assemble.ts";
import { coveredBy } from "../template/coverage.ts";
import { outlineOf } from "../model/outline.ts";
import { usedCharacters } from "../template/embed.ts";
import { packageFolder } from "../template/subset-family.ts";
import { subsetFonts } from "../template/fonts.ts";
import type { ChosenTemplate, TemplateContext } from "../template/format.ts";
import { loadTemplate, type Template } from "../template/load.ts";
import { chooseOptions } from "../template/options.ts";
import { counterSigns, needsGlyph } from "../template/scripts.ts";
import { isComposedOf } from "../template/shaping-forms.ts";
import { holdsSheet } from "../template/worksheet/read-sheet.ts";
import { metadataView } from "../template/view.ts";

/** Known uses of a template context. */
export interface TemplateContextUse {
  /** Editions that will be built. */
  readonly wanted?: readonly EditionName[];
  /** Additional characters that the publication does not contain yet. */
  readonly more?: string;
}

/** Loads the template of a publication and its options; `at` is where the publication chooses them. */
export async function chooseTemplate(
  world: World,
  metadata: Metadata,
  config: OffprintConfig,
  at: KeyLocation,
  ofPublication?: OwnBrand,
): Promise<Outcome<ChosenTemplate>> {
  const { name, options: chosen } = metadata.template;
  const named = await templateFor(world, config, name, ofPublication);
  // A text may name another tool's template; a template named in the configuration must exist.
  const isForeign = !named.ok && name !== config.template?.name && named.diagnostics.some(isUnknown);
  const template = isForeign ? await templateFor(world, config, config.template?.name, ofPublication) : named;
  if (!template.ok) return template;
  const options = chooseOptions(template.value, isForeign ? {} : chosen, at);
  if (!options.ok) return options;
  const lost = isForeign ? [lostTemplate(name, template.value.name, named.diagnostics[0]?.hint, at("template"))] : [];
  const diagnostics = [...lost, ...template.diagnostics, ...options.diagnostics];
  return succeed({ template: template.value, options: options.value }, diagnostics);
}

/**
 * Reports whether the named template does not exist. A missing parent template is reported in the template's own file.
 */
function isUnknown({ rule, file }: Diagnostic): boolean {
  return rule === "templateExists" && file === undefined;
}

function lostTemplate(name: string, used: string, hint: string | undefined, location: SourceLocation): Diagnostic {
  return diagnostic("templateKnown", `There is no template "${name}"; "${used}" is used.`, hint, location);
}

/** Loads the fonts of the chosen template, subset to what the publication shows. */
export async function loadTemplateContext(
  world: World,
  publication: Publication,
  { template, options }: ChosenTemplate,
  { wanted = everyEditionName(), more = "" }: TemplateContextUse = {},
): Promise<Outcome<TemplateContext>> {
  const { metadata } = publication;
  const titles = publication.chapters.map((chapter) => chapter.title + (chapter.part ?? ""));
  const around =
    JSON.stringify(metadataView(metadata, options, messagesFor(metadata.language))) +
    titles.join("") +
    // Formulas in headings become plain text in bookmarks.
    titlesOf(outlineOf(publication)) +
    more;
  const tree = assemble(publication);
  const used = usedCharacters(tree, around);
  const languages = [metadata.language, ...used.languages];
  const fonts = await subsetFonts(world, template, { ...used, languages }, { wanted });
  if (!fonts.ok) return fonts;
  const covered = coveredBy(fonts.value);
  const isComposed = isComposedOf(covered);
  const isCovered = (character: string) =>
    covered.has(character) || counterSigns.includes(character) || isComposed(character);
  const lacking = Array.from(used.text).filter((character) => needsGlyph(character) && !isCovered(character));
  // Loads HarfBuzz, which few publications need for their pages.
  const { fieldFont } = holdsSheet(tree) ? await import("../template/field-font.ts") : {};
  const typed = await fieldFont?.(world, template);
  return succeed({ template, options, fonts: fonts.value, fieldFont: typed, lacking, languages }, fonts.diagnostics);
}

function titlesOf(entries: readonly ContentsEntry[]): string {
  return entries.map(({ title, children }) => title + titlesOf(children)).join("");
}

/** Loads a template by name from the configured folder, or else a built-in one. */
export async function templateFor(
  world: World,
  config: OffprintConfig,
  name = "handout",
  ofPublication?: OwnBrand,
): Promise<Outcome<Template>> {
  const { toolFolder, workingFolder } = world.host;
  const own = join(toolFolder, "templates");
  const folders = [...[config.templates ?? []].flat().map((folder) => resolve(workingFolder, folder)), own];
  const template = await loadTemplate(world, folders, name);
  if (!template.ok || !config.brand) return template;
  const dressed = await applyBrand(world, template.value, config.brand, workingFolder, ofPublication);
  return { ...dressed, diagnostics: [...template.diagnostics, ...dressed.diagnostics] };
}

/** Returns the font families of a template; `folder` is that of the installed package. */
export function fontPackages({ settings }: Template) {
  return settings.fonts.flatMap(({ scripts, family, package: name }) =>
    name === undefined ? [] : [{ optional: scripts !== undefined, family, name, folder: packageFolder(name) }],
  );
}
