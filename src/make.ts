import type { Kit } from "./kit.ts";
import type { Artifact } from "./model/artifact.ts";
import { editionFile, type EditionName, editions, type FormatName } from "./model/edition.ts";
import { type Outcome, settle, succeed } from "./model/outcome.ts";
import { outlineOf } from "./model/outline.ts";
import type { PrintPage } from "./model/page.ts";
import type { Measured } from "./model/page-map.ts";
import type { Publication } from "./model/publication.ts";
import type { Browser } from "./model/world.ts";
import { composeBook } from "./template/book.ts";
import { forEdition } from "./template/edition/for-edition.ts";
import { composePrint } from "./template/print.ts";
import { composeWeb } from "./template/web.ts";
import { verifyEpub } from "./verify/epub.ts";
import { verifyHtml } from "./verify/html.ts";
import { verifyPdf } from "./verify/pdf.ts";
import { writeEpub } from "./write/epub.ts";
import { writeHtml } from "./write/html.ts";
import { digest } from "./write/manifest.ts";
import { writePdf } from "./write/pdf.ts";

/** What an edition is made with. */
export interface Making extends Kit {
  readonly publication: Publication;
  readonly edition: EditionName;
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
const makers = { html: makeHtml, pdf: makePdf, epub: makeEpub } satisfies Record<FormatName, Maker>;

/** Make one edition, checked, with its place in the output folder. */
export async function makeArtifact(given: Making): Promise<Outcome<Artifact>> {
  const { edition } = given;
  const publication = forEdition(given.publication, edition);
  const making = { ...given, publication };
  const path = artifactPath(making);
  const made = await makers[editions[edition].format](making);
  if (!made.ok) return made;
  const { bytes, mediaType, pages } = made.value;
  const count = pages !== undefined && { pages };
  const { madeFrom } = publication;
  return succeed({ path, edition, mediaType, bytes, sha256: digest(bytes), ...count, madeFrom }, made.notes);
}

function artifactPath({ publication, edition }: Making): string {
  return `${publication.slug}/${editionFile(publication.slug, edition)}`;
}

async function makeHtml(making: Making): Promise<Outcome<Made>> {
  const page = composeWeb(making.template, making.publication, making.options, making.fonts);
  if (!page.ok) return page;
  const bytes = writeHtml(page.value);
  return settle({ bytes, mediaType: "text/html" }, [...page.notes, ...verifyHtml(bytes, artifactPath(making))]);
}

async function makePdf(making: Making): Promise<Outcome<Made>> {
  const { publication, template, edition, options, fonts, toolVersion } = making;
  const browser = await making.browser();
  if (!browser.ok) return browser;
  const compose = (measured?: Measured): Outcome<PrintPage> =>
    composePrint(template, publication, edition, options, fonts, measured);
  const pdf = await writePdf({ publication, compose, browser: browser.value, toolVersion });
  if (!pdf.ok) return pdf;
  const { bytes, pages } = pdf.value;
  const { title, language } = publication.metadata;
  const expectation = { title, language, modified: publication.modified, outline: outlineOf(pdf.value.publication) };
  const found = await verifyPdf(bytes, artifactPath(making), expectation);
  return settle({ bytes, mediaType: "application/pdf", pages }, [...browser.notes, ...pdf.notes, ...found]);
}

async function makeEpub(making: Making): Promise<Outcome<Made>> {
  const book = await composeBook(making.template, making.publication, making.options, making.fonts);
  if (!book.ok) return book;
  const bytes = await writeEpub(book.value);
  const found = await verifyEpub(bytes, artifactPath(making));
  return settle({ bytes, mediaType: "application/epub+zip" }, [...book.notes, ...found]);
}
