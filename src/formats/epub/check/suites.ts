import epubCheck from "@likecoin/epubcheck-ts/package.json" with { type: "json" };
import type { CheckSuite } from "../../../model/check-suite.ts";
import { checks } from "./checks.ts";
import { retailerChecks } from "./retailers/retailers.ts";

const { version } = epubCheck;

/** The check suites of every e-book. */
export const bookSuites: readonly CheckSuite[] = [
  {
    id: "epubcheck-ts",
    title: "EPUB: conformance to the standard",
    tool: { name: "EPUBCheck for TypeScript", version },
    rules: ["epubAdvice"],
    parts: [{ source: "EPUB 3.3" }],
  },
  {
    id: "e-book",
    title: "EPUB: container, links, contents list, accessibility",
    rules: [],
    parts: checks.map(({ source }) => ({ source })),
  },
  {
    id: "retailers",
    title: "EPUB: what retailers accept",
    rules: ["retailerTables", "retailerImages", "retailerFiles"],
    parts: retailerChecks.map(({ source }) => ({ source })),
  },
];

/** The external checkers of `--full`. They do not report their versions. */
export const fullSuites: readonly CheckSuite[] = [
  {
    id: "epubcheck",
    title: "EPUB: conformance to the standard",
    tool: { name: "EPUBCheck of the W3C" },
    rules: ["epubAdvice"],
    parts: [{ source: "EPUB 3.3" }],
  },
  {
    id: "ace",
    title: "EPUB: accessibility",
    tool: { name: "Ace by DAISY" },
    rules: ["epubAccessible", "checkerFound"],
    parts: [{ source: "EPUB Accessibility 1.1" }, { source: "WCAG 2.2" }],
  },
];
