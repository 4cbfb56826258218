import { resolve } from "node:path";
import type { Colours, Look, Typeface } from "../config/look.ts";
import type { Family, TemplateSettings } from "./family.ts";

/** The parts of a template that a look changes. */
export interface Changeable {
  readonly settings: TemplateSettings;
  readonly files: ReadonlyMap<string, string>;
}

/** Additional rules for each medium. */
interface Sheets {
  readonly screen?: string;
  readonly print?: string;
  readonly book?: string;
}

/** The CSS custom property of each colour role. */
const properties = {
  ink: "--ink",
  soft: "--ink-soft",
  paper: "--paper",
  tint: "--tint",
  rule: "--rule",
  caution: "--callout-caution",
} as const;

/**
 * Returns a template with other colours, families, line length and margins. `name` distinguishes its style sheets from
 * those of others; font files are in `folder`.
 */
export function applyLook(
  { settings, files }: Changeable,
  look: Look & { readonly sheets?: Sheets },
  name: string,
  folder: string,
): Changeable {
  const renamed = rename(settings, look.typefaces);
  const { sheets = {} } = look;
  const [screen, print, book] = [`${name}.screen.css`, `${name}.print.css`, `${name}.book.css`];
  const added = new Map([
    [screen, screenRules(look) + (sheets.screen ?? "")],
    [print, printRules(look) + (sheets.print ?? "")],
    [book, sheets.book ?? ""],
  ]);
  const behind = <M extends { readonly styles: string[] }>(medium: M, sheet: string): M =>
    added.get(sheet) === "" ? medium : { ...medium, styles: [...medium.styles, sheet] };
  const { accent } = look.colours ?? {};
  return {
    settings: {
      ...settings,
      look: {
        colours: { ...settings.look?.colours, ...look.colours },
        typefaces: { ...settings.look?.typefaces, ...look.typefaces },
      },
      fonts: settings.fonts.map((font) => familyFor(font, settings, look.typefaces, folder)),
      typefaces: {
        text: renamed(settings.typefaces.text),
        label: renamed(settings.typefaces.label),
        code: renamed(settings.typefaces.code),
      },
      charts: {
        ...settings.charts,
        family: renamed(settings.charts.family),
        colours: { ...settings.charts.colours, ...chartColours(look.colours) },
      },
      options: accent
        ? { ...settings.options, accent: { ...settings.options.accent, default: accent[0] } }
        : settings.options,
      screen: behind(settings.screen, screen),
      library: behind(settings.library, screen),
      book: behind(settings.book, book),
      print: { ...behind(settings.print, print), papers: withMargins(settings.print.papers, look.margins) },
    },
    files: new Map([
      ...Array.from(files, ([path, text]): [string, string] => [path, renameIn(path, text, settings, look.typefaces)]),
      ...[...added].filter(([, text]) => text !== ""),
    ]),
  };
}

type Typefaces = Look["typefaces"];

/** Returns a function from a family's name to that of its replacement. */
function rename({ typefaces }: Pick<TemplateSettings, "typefaces">, chosen: Typefaces): (family: string) => string {
  const names = replaced(typefaces, chosen);
  return (family) => names.get(family) ?? family;
}

function replaced(old: TemplateSettings["typefaces"], chosen: Typefaces = {}): Map<string, string> {
  const roles = ["text", "label", "code"] as const;
  return new Map(roles.flatMap((role) => (chosen[role] ? [[old[role], chosen[role].family] as const] : [])));
}

/** Replaces family names in a style sheet, which quotes them as CSS Fonts 4 recommends. */
function renameIn(path: string, text: string, { typefaces }: TemplateSettings, chosen: Typefaces): string {
  if (!path.endsWith(".css")) return text;
  let changed = text;
  const now = rename({ typefaces }, chosen);
  for (const [old, family] of replaced(typefaces, chosen)) {
    // The other family supplies characters that this one lacks, such as arrows.
    const other = now(old === typefaces.text ? typefaces.label : typefaces.text);
    const names = [...new Set([family, other])].map((name) => JSON.stringify(name));
    changed = changed.replaceAll(JSON.stringify(old), names.join(", "));
  }
  return changed;
}

function familyFor(font: Family, settings: TemplateSettings, chosen: Typefaces = {}, folder: string): Family {
  const role = (["text", "label", "code"] as const).find((candidate) => settings.typefaces[candidate] === font.family);
  const typeface = role && chosen[role];
  return typeface ? toFamily(typeface, font, folder) : font;
}

function toFamily(typeface: Typeface, old: Family, folder: string): Family {
  const { family, package: name, files = {}, licence, faces = old.faces } = typeface;
  const common = { family, for: old.for, designs: old.designs };
  if (name !== undefined) return { ...common, package: name, faces };
  const paths = Object.entries(files).map(([face, file]) => [face, resolve(folder, file)] as const);
  return {
    ...common,
    faces: paths.map(([face]) => face),
    files: Object.fromEntries(paths),
    ...(licence !== undefined && { licence: resolve(folder, licence) }),
  };
}

function screenRules({ colours = {}, measure }: Look): string {
  const rules = pairsOf(colours).map(([name, [light, dark]]) => `${name}:light-dark(${light},${dark})`);
  const [, dark] = colours.accent ?? [];
  if (dark !== undefined) rules.push(`--strong:light-dark(var(--accent),${dark})`);
  const root = rules.length > 0 ? `:root{${rules.join(";")}}` : "";
  if (measure === undefined) return root;
  return `${root}.title-block,.contents,main,.imprint{max-width:${measure}}@media (min-width:64rem){.page:has(>.contents){grid-template-columns:minmax(12rem,16rem) minmax(0,${measure}) minmax(0,6rem)}}`;
}

/** Printed pages use the light scheme on white. */
function printRules({ colours = {} }: Look): string {
  const { paper: _, ...others } = colours;
  const rules = pairsOf(others).map(([name, [light]]) => `${name}:${light}`);
  return rules.length > 0 ? `:root{${rules.join(";")}}` : "";
}

function pairsOf(colours: Colours) {
  const roles = ["ink", "soft", "paper", "tint", "rule", "caution"] as const;
  return roles.flatMap((role) => (colours[role] ? [[properties[role], colours[role]] as const] : []));
}

function chartColours({ ink, soft, rule, paper }: Colours = {}) {
  return { ...(ink && { ink }), ...(soft && { soft }), ...(rule && { rule }), ...(paper && { paper }) };
}

type Papers = TemplateSettings["print"]["papers"];

/** Side notes are kept only if their margin has not become narrower. */
function withMargins(papers: Papers, margins: Look["margins"]): Papers {
  if (!margins) return papers;
  const { outer } = margins;
  const change = (sheet: Papers["plain"]["A4"]): Papers["plain"]["A4"] => {
    const { edge, ...rest } = sheet;
    const { top = sheet.top, bottom = sheet.bottom, inner = sheet.inner } = margins;
    const edges = outer === undefined && edge !== undefined ? { edge } : {};
    return { ...rest, ...edges, top, bottom, inner, outer: outer ?? sheet.outer };
  };
  return { ...papers, plain: { letter: change(papers.plain.letter), A4: change(papers.plain.A4) } };
}
