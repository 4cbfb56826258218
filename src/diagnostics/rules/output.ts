import { tool, warning, type Rule } from "../rule.ts";

/** What was made, and what it was made with. */
export const outputRules = {
  // Output
  pageNumbersSettle: warning("The page numbers that a handout prints are those of its pages."),
  browserFound: tool("A browser for printing is on the machine or can be fetched."),
  browserPrints: tool("The browser prints the page."),
  templateRenders: tool("The template can be filled in."),
  htmlValid: tool("The finished web page passes the checks."),
  pdfValid: tool("The finished PDF passes the checks."),
  epubValid: tool("The finished EPUB passes EPUBCheck."),
  epubAdvice: warning("The finished EPUB passes EPUBCheck without a warning."),
  epubAccessible: warning("The finished EPUB passes Ace by DAISY (`offprint check --full`)."),
  shopTables: warning(
    "A table of an e-book is one that Kindle shows well: simple, and of 100 rows and 10 columns at most.",
  ),
  shopImages: warning("A picture of an e-book is of a size that bookshops take."),
  shopFiles: warning("An e-book is no larger than bookshops take, and its fonts are of kinds that they know."),
  checkerFound: tool("The checkers that `--full` asks for are on the machine."),
  checkerRuns: tool("A checker comes to an end."),
  internalFault: tool("Offprint itself has no fault."),
} as const satisfies Record<string, Rule>;
