import { wordsFor } from "./config/words.ts";
import type { EditionName, FormatName } from "./model/edition.ts";
import { editions } from "./model/edition.ts";
import type { Diagnostic } from "./model/diagnostic.ts";
import { fail, type Outcome, succeed } from "./model/outcome.ts";
import type { SubsetFont } from "./model/page.ts";
import type { Publication } from "./model/publication.ts";
import type { Browser, World } from "./model/world.ts";
import { assemble } from "./template/assemble.ts";
import { usedCharacters } from "./template/embed.ts";
import { subsetFonts } from "./template/fonts.ts";
import type { Template } from "./template/load.ts";
import type { TemplateChoices } from "./template/options.ts";
import { metadataView } from "./template/view.ts";
import { composeWeb } from "./template/web.ts";
import { verifyHtml } from "./verify/html.ts";
import { writeHtml } from "./write/html.ts";

/** What an edition is made with. */
export interface Making {
  readonly publication: Publication;
  readonly template: Template;
  readonly options: TemplateChoices;
  readonly fonts: readonly SubsetFont[];
  readonly edition: EditionName;
  /** As the artifact will be named, for diagnostics. */
  readonly file: string;
  readonly toolVersion: string;
  /** Started at its first use, once for the whole run. */
  readonly browser: () => Promise<Outcome<Browser>>;
}

/** Finished bytes of one edition, checked. */
export interface Made {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly pages?: number;
}

type Maker = (making: Making) => Promise<Outcome<Made>>;

/** template → write → verify, for each format. Adding a format is a line here and its rooms' files. */
const makers = { html: makeHtml } satisfies Partial<Record<FormatName, Maker>>;

/** Make one edition. */
export async function makeEdition(making: Making): Promise<Outcome<Made>> {
  return makers[editions[making.edition].format as "html"](making);
}

/** The template's fonts for everything that any edition of a publication shows. */
export async function fontsFor(
  world: World,
  template: Template,
  publication: Publication,
  options: TemplateChoices,
): Promise<Outcome<SubsetFont[]>> {
  const words = wordsFor(publication.metadata.language);
  const around =
    JSON.stringify(metadataView(publication.metadata, options, words)) +
    publication.chapters.map((chapter) => chapter.title + (chapter.part ?? "")).join("");
  return subsetFonts(world, template, usedCharacters(assemble(publication), around));
}

async function makeHtml(making: Making): Promise<Outcome<Made>> {
  const page = composeWeb(making.template, making.publication, making.options, making.fonts);
  if (!page.ok) return page;
  const bytes = writeHtml(page.value);
  return checked({ bytes, mediaType: "text/html" }, verifyHtml(bytes, making.file), page.notes);
}

function checked(made: Made, found: readonly Diagnostic[], notes: readonly Diagnostic[]): Outcome<Made> {
  const all = [...notes, ...found];
  return all.some((note) => note.severity === "error") ? fail(...all) : succeed(made, all);
}
