import { timeOf } from "../../src/model/publication.ts";
import { loadTemplateContext } from "../../src/pipeline/template-context.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import { outlineOf } from "../../src/model/outline.ts";
import type { PdfStandard } from "../../src/model/pdf-standard.ts";
import type { Publication } from "../../src/model/publication.ts";
import type { Browser } from "../../src/model/browser.ts";
import { composeRunningHeads } from "../../src/formats/pdf/compose/running-heads.ts";
import { composePrint } from "../../src/formats/pdf/compose.ts";
import type { PdfExpectation } from "../../src/formats/pdf/check.ts";
import { type Pdf, type PdfRequest, writePdf } from "../../src/formats/pdf/write.ts";
import { inFolder } from "./built.ts";
import { prepareWithTemplate, printDiagnostics } from "./prepare.ts";
import type { Files } from "./temporary.ts";
import { worldIn, worldOf } from "./world.ts";

/** The steps to a PDF one by one, for tests that look between them. */
export interface Printing extends Pick<PdfRequest, "composeRunningHeads"> {
  readonly publication: Publication;
  readonly compose: PdfRequest["compose"];
  readonly expectation: PdfExpectation;
}

export async function preparePrinting(files: Files): Promise<Printing> {
  const world = worldOf(inFolder("text", files));
  const { publication, chosen } = valueOf(await prepareWithTemplate(world, "text"));
  const { template, options, fonts } = valueOf(await loadTemplateContext(world, publication, chosen));
  const { metadata } = publication;
  return {
    publication,
    compose: (measured) => composePrint(template, publication, "handout", options, fonts, measured),
    composeRunningHeads: (printed) => composeRunningHeads(template, publication, "handout", options, fonts, printed),
    expectation: {
      title: metadata.title,
      language: metadata.language,
      modified: timeOf(publication),
      outline: outlineOf(publication),
    },
  };
}

export async function print(printing: Printing, browser: Browser, standard: PdfStandard = "ua-1"): Promise<Pdf> {
  return valueOf(await writePdf({ ...printing, edition: "handout", browser, toolVersion: "0.0.0", standard }));
}

/** The browser that the tests of a file share. */
export async function openBrowser(): Promise<Browser> {
  return valueOf(await worldIn(process.cwd()).browsers.open({}));
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(printDiagnostics(outcome.diagnostics));
  return outcome.value;
}
