import { join, resolve } from "node:path";
import { Liquid } from "liquidjs";
import { readYaml } from "../config/read-yaml.ts";
import { type TemplateFile, templateFile } from "../config/template-file.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { EditionName } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SubsetFont } from "../model/page.ts";
import type { World } from "../model/world.ts";

/** A folder of `templates/`, read whole: nothing is opened while a page is made. */
export interface Template {
  readonly name: string;
  readonly settings: TemplateFile;
  /** Texts of the folder's files, by their path in it. */
  readonly files: ReadonlyMap<string, string>;
  readonly engine: Liquid;
}

/** Load a template by name from the first of some folders of templates that has it. */
export async function loadTemplate(world: World, folders: readonly string[], name: string): Promise<Outcome<Template>> {
  const lists = await Promise.all(folders.map((folder) => templatesIn(world, folder)));
  const templatesFolder = folders.find((_, index) => lists[index]?.includes(name));
  if (templatesFolder === undefined) {
    const known = [...new Set(lists.flat())];
    return fail(
      diagnostic(
        "templateExists",
        `There is no template "${name}".`,
        didYouMean(name, known) ?? `There is: ${known.join(", ") || "none"}.`,
      ),
    );
  }
  const folder = resolve(templatesFolder, name);
  const files = new Map(await readFolder(world, folder, ""));
  const shown = `templates/${name}/template.yaml`;
  const text = files.get("template.yaml");
  if (text === undefined)
    return fail(
      diagnostic("templateShape", `The template "${name}" has no template.yaml.`, undefined, { file: shown }),
    );
  const settings = readYaml(text, templateFile, { file: shown, rule: "templateShape" });
  if (!settings.ok) return settings;
  const missing = namedFiles(settings.value).filter((file) => !files.has(file));
  if (missing.length > 0)
    return fail(
      ...missing.map((file) =>
        diagnostic("templateShape", `The template names "${file}", which it does not have.`, undefined, {
          file: shown,
        }),
      ),
    );
  return succeed({ name, settings: settings.value, files, engine: liquid(files) });
}

async function templatesIn(world: World, folder: string): Promise<string[]> {
  const entries = await world.disk.list(folder).catch(() => []);
  return entries.filter((entry) => entry.kind === "folder").map((entry) => entry.name);
}

/** Layouts see only the template's own files; what they print is escaped unless they say `raw`. */
function liquid(files: ReadonlyMap<string, string>): Liquid {
  return new Liquid({
    templates: Object.fromEntries(files),
    outputEscape: "escape",
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    jsTruthy: true,
    trimTagRight: true,
  });
}

async function readFolder(world: World, folder: string, prefix: string): Promise<[string, string][]> {
  const entries = await world.disk.list(folder);
  const lists = await Promise.all(
    entries.map(async ({ name, kind }): Promise<[string, string][]> => {
      if (kind === "folder") return readFolder(world, join(folder, name), `${prefix}${name}/`);
      return kind === "file"
        ? [[prefix + name, new TextDecoder().decode(await world.disk.read(join(folder, name)))]]
        : [];
    }),
  );
  return lists.flat();
}

function namedFiles(settings: TemplateFile): string[] {
  const media = ["screen", "print", "book", "library"] as const;
  const named = media.flatMap((medium) => [settings[medium].layout, ...settings[medium].styles]);
  const { screen, print, book } = settings;
  return [
    ...named,
    ...(screen.script === undefined ? [] : [screen.script]),
    print.heads,
    book["title-page"],
    ...Object.values(print.designs).flat(),
  ];
}

/**
 * The style sheets of an edition's medium, and of its design, in their order, as one. Lists of families name no optional
 * one of which there is no face.
 */
export function styleFor(template: Template, edition: EditionName, fonts: readonly SubsetFont[]): string {
  const { medium, design } = editionOf(edition);
  const { settings } = template;
  const more = design === undefined ? [] : (settings.print.designs[design] ?? []);
  const css = [...settings[medium].styles, ...more].map((file) => template.files.get(file) ?? "").join("\n");
  const used = new Set(fonts.map(({ family }) => family));
  const absent = settings.fonts.filter(({ scripts, family }) => scripts && !used.has(family));
  return absent.reduce((text, { family }) => text.replaceAll(new RegExp(`"${family}",\\s*`, "g"), ""), css);
}

/** Fill in one of the template's layouts. */
export function fillLayout(
  template: Template,
  layout: string,
  view: Readonly<Record<string, unknown>>,
): Outcome<string> {
  try {
    return succeed(template.engine.renderFileSync(layout, view) as string);
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return fail(
      diagnostic("templateRenders", `The layout "${layout}" cannot be filled in: ${message}.`, undefined, {
        file: `templates/${template.name}/${layout}`,
      }),
    );
  }
}
