import { Liquid } from "liquidjs";
import { readPlacedYaml, readYaml } from "../config/read-yaml.ts";
import { templateExtension } from "../config/template-extension.ts";
import { templateFile } from "../config/template-file.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import type { EditionName } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SubsetFont } from "../model/page.ts";
import type { World } from "../model/world.ts";
import { applyLook, type Changeable } from "./apply-look.ts";
import { checkSettings } from "./check-settings.ts";
import { extendSettings } from "./extend.ts";
import type { TemplateSettings } from "./family.ts";
import { type Logo, logoView } from "./logo.ts";
import { readableLook } from "./readable-look.ts";
import { readTemplateFolder } from "./read-folder.ts";
import { readySettings } from "./ready-settings.ts";
import { withWideMarks } from "./wide-marks.ts";

/** A template folder, read completely in advance: nothing is opened while pages are made. */
export interface Template {
  readonly name: string;
  readonly settings: TemplateSettings;
  /** The folder's text files, by relative path. */
  readonly files: ReadonlyMap<string, string>;
  readonly engine: Liquid;
  /** The brand's logo. */
  readonly logo?: Logo;
}

/**
 * Loads a template by name from the first of some template folders that has it. One that extends another overrides its
 * settings and files.
 */
export async function loadTemplate(world: World, folders: readonly string[], name: string): Promise<Outcome<Template>> {
  const parts = await loadParts(world, folders, { name, children: [] });
  if (!parts.ok) return parts;
  const { settings, files } = parts.value;
  return succeed({ name, settings, files, engine: engineFor(files) }, parts.diagnostics);
}

interface Wanted {
  readonly name: string;
  /** The names of the templates that extend it. */
  readonly children: readonly string[];
  /** Where it is requested. */
  readonly at?: SourceLocation;
}

async function loadParts(world: World, folders: readonly string[], wanted: Wanted): Promise<Outcome<Changeable>> {
  const found = await readTemplateFolder(world, folders, wanted.name, wanted.at);
  if (!found.ok) return found;
  const folder = found.value;
  if (wanted.children.includes(folder.path))
    return fail(
      diagnostic(
        "templateShape",
        `The template "${folder.name}" extends itself.`,
        'Name another after "extends:".',
        wanted.at,
      ),
    );
  const location = { file: folder.shown, rule: "templateShape" } as const;
  if (!/^extends:/m.test(folder.description)) {
    const settings = await readSettings(world, folder.description, location.file);
    return settings.ok ? checked({ settings: settings.value, files: folder.files }, location) : settings;
  }
  const own = readPlacedYaml(folder.description, templateExtension, location);
  if (!own.ok) return own;
  const { value, keyLocation } = own.value;
  // A user's template may have the same name as the one that it extends.
  const others = value.extends === folder.name ? folder.behind : folders;
  const parent = await loadParts(world, others, {
    name: value.extends,
    children: [...wanted.children, folder.path],
    at: keyLocation("extends"),
  });
  if (!parent.ok) return parent;
  const settings = extendSettings(parent.value.settings, value);
  const faults = checkSettings(settings, parent.value.settings, keyLocation);
  if (faults.length > 0) return fail(...faults);
  const files = new Map([...parent.value.files, ...folder.files]);
  const whole = checked({ settings, files }, location);
  if (!whole.ok) return whole;
  const { look, diagnostics } = readableLook(value, settings, keyLocation("colours"));
  return succeed(applyLook(whole.value, look, folder.name, folder.path), [...parent.diagnostics, ...diagnostics]);
}

/** Recently parsed settings: most of a run uses the same few templates, and descriptions are long. */
const known = new Map<string, Outcome<TemplateSettings>>();

async function readSettings(world: World, description: string, file: string): Promise<Outcome<TemplateSettings>> {
  const key = `${file}\n${description}`;
  const ready = known.has(key) ? undefined : await readySettings(world, description);
  const settings =
    known.get(key) ?? (ready ? succeed(ready) : readYaml(description, templateFile, { file, rule: "templateShape" }));
  if (known.size > 20) known.clear();
  known.set(key, settings);
  return settings;
}

/** Checks that every file named in the settings exists. */
function checked(template: Changeable, { file }: { readonly file: string }): Outcome<Changeable> {
  const missing = namedFiles(template.settings).filter((namedFile) => !template.files.has(namedFile));
  if (missing.length === 0) return succeed(template);
  return fail(
    ...missing.map((path) =>
      diagnostic("templateShape", `The template names "${path}", which it does not have.`, undefined, { file }),
    ),
  );
}

/** The engines used last, with the files of their templates: an engine parses each layout once. */
let engines: readonly (readonly [files: ReadonlyMap<string, string>, engine: Liquid])[] = [];
const mostEngines = 4;

function engineFor(files: ReadonlyMap<string, string>): Liquid {
  const isSame = (others: ReadonlyMap<string, string>): boolean =>
    others.size === files.size && [...files].every(([path, text]) => others.get(path) === text);
  const used = engines.find(([others]) => isSame(others)) ?? ([files, liquid(files)] as const);
  engines = [used, ...engines.filter((one) => one !== used)].slice(0, mostEngines);
  return used[1];
}

/** Layouts can include only the template's own files; their output is escaped unless they use `raw`. */
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
    // That of the machine takes 6 ms to find out, and would decide about the names of months.
    locale: "en-US",
    // A layout is parsed once, not for each document.
    cache: true,
  });
}

function namedFiles(settings: TemplateSettings): string[] {
  const media = ["screen", "print", "book", "library"] as const;
  const named = media.flatMap((medium) => [settings[medium].layout, ...settings[medium].styles]);
  const { screen, print, book, library } = settings;
  return [
    ...named,
    ...[screen.script, library.script].filter((script) => script !== undefined),
    print["running-heads"],
    book["title-page"],
    ...Object.values(print.designs).flat(),
  ];
}

/**
 * Returns the style sheets of an edition's medium and design, concatenated. Optional families without a font are
 * removed from font lists.
 */
export function styleFor(
  template: Template,
  edition: EditionName,
  fonts: readonly SubsetFont[],
  language: string,
): string {
  const { medium, design } = editionOf(edition);
  const { settings } = template;
  const more = design === undefined ? [] : (settings.print.designs[design] ?? []);
  const css = [...settings[medium].styles, ...more].map((file) => template.files.get(file) ?? "").join("\n");
  const used = new Set(fonts.map(({ family }) => family));
  const absent = settings.fonts.flatMap(({ scripts, family }) => (scripts && !used.has(family) ? [family] : []));
  const named = absent.length === 0 ? css : css.replaceAll(new RegExp(`"(?:${absent.join("|")})",\\s*`, "g"), "");
  return withWideMarks(named, settings, edition, fonts, language);
}

/** Renders a layout of the template. */
export function fillLayout(
  template: Template,
  layout: string,
  view: Readonly<Record<string, unknown>>,
): Outcome<string> {
  try {
    return succeed(template.engine.renderFileSync(layout, { logo: logoView(template.logo), ...view }) as string);
  } catch (error) {
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return fail(
      diagnostic("templateRenders", `The layout "${layout}" cannot be rendered: ${message}.`, undefined, {
        file: `templates/${template.name}/${layout}`,
      }),
    );
  }
}
