import type { TemplateExtension } from "../config/template-extension.ts";
import type { TemplateOption } from "../config/template-options.ts";
import type { TemplateSettings } from "./family.ts";

/** Returns the parent's settings overridden by a template's. Its look is applied later. */
export function extendSettings(parent: TemplateSettings, own: TemplateExtension): TemplateSettings {
  const { description = parent.description, fonts = [], styles = [], charts, options = {} } = own;
  const { screen = {}, print = {}, book = {}, library = {} } = own;
  const { papers = {}, designs = {}, ...pages } = print;
  const names = new Set(fonts.map(({ family }) => family));
  return {
    ...parent,
    description,
    fonts: [...parent.fonts.filter(({ family }) => !names.has(family)), ...fonts],
    screen: { ...parent.screen, ...defined(screen), styles: behind(parent.screen, styles, screen) },
    library: { ...parent.library, ...defined(library), styles: behind(parent.library, styles, library) },
    book: { ...parent.book, ...defined(book), styles: behind(parent.book, styles, book) },
    print: {
      ...parent.print,
      ...defined(pages),
      styles: behind(parent.print, styles, print),
      papers: withPapers(parent.print.papers, papers),
      designs: Object.fromEntries(
        [...Object.keys(parent.print.designs), ...Object.keys(designs)].map((name) => {
          const design = name as keyof typeof designs;
          return [name, [...(parent.print.designs[design] ?? []), ...(designs[design] ?? [])]];
        }),
      ),
    },
    charts: { ...parent.charts, ...(charts && defined(charts)) },
    options: withOptions(parent.options, options),
  };
}

interface Sheets {
  readonly styles?: readonly string[] | undefined;
}

function behind(parent: Sheets, everywhere: readonly string[], own: Sheets): string[] {
  return [...(parent.styles ?? []), ...everywhere, ...(own.styles ?? [])];
}

type Papers = TemplateSettings["print"]["papers"];

function withPapers(parent: Papers, own: NonNullable<NonNullable<TemplateExtension["print"]>["papers"]>): Papers {
  const names = Object.keys(parent) as (keyof Papers)[];
  return Object.fromEntries(
    names.map((name) => {
      const { letter, A4 } = parent[name];
      const changed = own[name] ?? {};
      return [
        name,
        { letter: { ...letter, ...defined(changed.letter ?? {}) }, A4: { ...A4, ...defined(changed.A4 ?? {}) } },
      ];
    }),
  ) as unknown as Papers;
}

type Options = TemplateSettings["options"];

/** Applies options; a plain value sets the default. It is validated with the whole. */
function withOptions(parent: Options, own: NonNullable<TemplateExtension["options"]>): Options {
  const changed = Object.entries(own).map(([name, value]) => {
    if (typeof value === "object") return [name, value] as const;
    const option: TemplateOption | undefined = parent[name as keyof Options];
    return [name, { ...option, default: option?.type === "choice" ? String(value) : value }] as const;
  });
  return { ...parent, ...Object.fromEntries(changed) } as Options;
}

function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
