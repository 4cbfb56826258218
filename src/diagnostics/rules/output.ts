import { error, tool, warning, type Rule } from "../rule.ts";

/** Built files, and the tools that built them. */
export const outputRules = {
  // Output
  pageNumbersConverge: warning("Page numbers converge: those that a handout prints are those of its pages."),
  pageBudget: warning("An edition on paper has no more pages than its publication allows.", "All its pages are made."),
  formulaFits: warning(
    "A formula fits in a line of an edition on paper, or can be broken into lines.",
    "Only this formula is set smaller.",
  ),
  footnotesPlaced: warning("Footnotes on paper are where the publication sets them."),
  // A false positive must not withhold the files.
  formatsAgree: {
    ...tool(
      "The finished files of a publication contain the same words in the same order, except what their editions leave out.",
    ),
    severity: "warning",
    recovery: "All files are written.",
  },
  browserFound: tool("A browser for printing is installed or can be downloaded."),
  browserPrints: tool("The browser prints the page."),
  templateRenders: tool("The template can be rendered."),
  docxValid: error(
    "The finished Word document passes the checks; one that does not is not written, and the other editions are.",
  ),
  textValid: error(
    "The finished Markdown or plain text has every word of the publication; one that does not is not written, and the other editions are.",
  ),
  htmlValid: error(
    "The finished web page passes the checks; one that does not is not written, and the other editions are.",
  ),
  pdfValid: error("The finished PDF passes the checks; one that does not is not written, and the other editions are."),
  epubValid: error("The finished EPUB passes EPUBCheck; one that does not is not written, and the other editions are."),
  epubAdvice: warning("The finished EPUB passes EPUBCheck without a warning."),
  epubAccessible: warning("The finished EPUB passes Ace by DAISY (`offprint check --full`)."),
  resultsKnown: warning(
    "A report of another checker (`--results`) is about a file of the build.",
    "It is left out of the conformance report.",
  ),
  retailerTables: warning("A table of an e-book suits Kindle: simple, with at most 100 rows and 10 columns."),
  retailerImages: warning("A picture of an e-book has a size that retailers accept."),
  retailerFiles: warning("An e-book is no larger than retailers accept, and its fonts are of types that they know."),
  checkerFound: tool("The checkers for `--full` are installed."),
  checkerRuns: tool("A checker finishes."),
  pluginOutput: error(
    "A file in a plug-in's format passes the plug-in's checks; an edition that does not is not written, and the others are.",
  ),
  queueReached: tool("The queue that other machines share can be used."),
  fileListed: error("A finished file is there, and a manifest lists it (`offprint verify`)."),
  fileUnchanged: error("A finished file is the one that its manifest lists (`offprint verify`)."),
  fileCurrent: warning("A finished file is of the current version of its publication (`offprint verify`)."),
  fileRebuilt: error("A rebuilt file has the same bytes (`offprint verify --rebuild`)."),
  internalFault: tool("Offprint itself has no fault."),
} as const satisfies Record<string, Rule>;
