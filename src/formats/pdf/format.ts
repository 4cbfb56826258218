import { checkFormulas } from "./check/formulas.ts";
import { checkPageBudget } from "./check/page-budget.ts";
import { finishFor } from "./compose/finish-for.ts";
import { areaOf } from "./compose/page-rules.ts";
import { sheetFor } from "./compose/papers.ts";
import { composeRunningHeads } from "./compose/running-heads.ts";
import { composePrint } from "./compose.ts";
import { type PdfRequest, withoutStyle, writePdf } from "./write.ts";
import type { Browser, OpenBrowser } from "../../model/browser.ts";
import { once } from "../../model/once.ts";
import { fail, type Outcome, settle } from "../../model/outcome.ts";
import { timeOf } from "../../model/publication.ts";
import { tracer } from "../../model/trace.ts";
import { describesImages } from "../../model/undescribed.ts";
import { pdfWork } from "./work.ts";
import { artifactPath, type Format, type FormatRequest, type RenderResult } from "../../template/format.ts";

export const format: Format = { render };

const mediaType = "application/pdf";

async function render(request: FormatRequest): Promise<Outcome<RenderResult>> {
  const { publication, template, edition, options, fonts, toolVersion, pdfStandard: standard } = request;
  // Starts while the document is composed.
  const opening = request.browser();
  // The error is returned below.
  opening.catch(() => undefined);
  const compose: PdfRequest["compose"] = (measured) =>
    composePrint(template, publication, edition, options, fonts, { ...measured, counted: request.paged });
  const composeRunning: PdfRequest["composeRunningHeads"] = (printed) =>
    composeRunningHeads(template, publication, edition, options, fonts, printed);
  const beside = pdfWork(request.workers);
  const pdf = await writePdf({
    publication,
    edition,
    compose,
    composeRunningHeads: composeRunning,
    browser: { print: printer(opening, request.onPrinting) },
    toolVersion,
    standard,
    guess: request.guess,
    fieldFont: request.fieldFont,
    finish: finishFor(edition, options, publication.metadata.direction),
    mapsPages: request.mapsPages ?? false,
    onPublish: ({ content }) => beside.prepare(withoutStyle(content)),
    finishing: (printed) => beside.finish(printed, request.onPages),
  });
  const browser = await opening;
  if (!browser.ok) return browser;
  // Names the article that could not be printed, where several are built.
  if (!pdf.ok) return fail(...pdf.diagnostics.map((diagnostic) => ({ file: artifactPath(request), ...diagnostic })));
  const { bytes, pages, pageMap, positions } = pdf.value;
  const { title, language } = publication.metadata;
  const expectation = {
    title,
    language,
    modified: timeOf(publication),
    outline: pdf.value.outline,
    describesImages: describesImages(pdf.value.publication),
  };
  const file = artifactPath(request);
  const verification = { file, standard, expectation, trace: tracer(publication) };
  const { inspectPdf, pageSuite, pdfSuite } = await loadChecks();
  const inspecting = inspectPdf(bytes, verification, beside.examine);
  // Whoever waits for the pages or the file begins when the checks have begun.
  request.onPages?.(pageMap);
  request.onWritten?.({ bytes, mediaType, pages });
  const { found, text } = await inspecting;
  const { version } = browser.value;
  const suites = [pdfSuite(standard), pageSuite];
  const made = { bytes, mediaType, pages, browser: version, pageMap, positions, text, suites };
  return settle(made, [
    ...browser.diagnostics,
    ...pdf.diagnostics,
    ...checkFormulas(pdf.value.publication, edition, options, sheetFor(template, edition, options).measure),
    ...checkPageBudget(pdf.value.publication, edition, {
      pages,
      positions,
      file,
      area: areaOf(template, edition, options),
    }),
    ...found,
  ]);
}

/**
 * Loads the checks of finished files, which need the library for PDF. It is large, and so is what is loaded after the
 * browser has begun to print.
 */
async function loadChecks() {
  const { inspectPdf } = await import("./check.ts");
  const { pageSuite, pdfSuite } = await import("./check/checks.ts");
  return { inspectPdf, pageSuite, pdfSuite };
}

/** Prints with a browser that is still starting. `onPrinting` is called once, when it begins to print. */
function printer(opening: ReturnType<OpenBrowser>, onPrinting: () => void = () => undefined): Browser["print"] {
  const whileItPrints = once(async () => {
    await Promise.all([import("./finish-print.ts"), loadChecks()]);
    onPrinting();
  });
  return async (html, purpose) => {
    const browser = await opening;
    if (!browser.ok) throw new Error(browser.diagnostics[0]?.message);
    // What cannot be loaded is reported where it is needed.
    return browser.value.print(html, purpose, () => void whileItPrints().catch(() => undefined));
  };
}
