import type { CheckPart } from "../../model/check-suite.ts";
import type { ReportedTest } from "../../config/report-file.ts";

/** The web pages of standards, by the beginning of a source's name. */
const pages: Readonly<Record<string, string>> = {
  "CSP 3": "https://www.w3.org/TR/CSP3/",
  "ECMA-376": "https://ecma-international.org/publications-and-standards/standards/ecma-376/",
  "EPUB 3.3": "https://www.w3.org/TR/epub-33/",
  "EPUB Accessibility 1.1": "https://www.w3.org/TR/epub-a11y-11/",
  "GitHub Flavored Markdown": "https://github.github.com/gfm/",
  HTML: "https://html.spec.whatwg.org/multipage/",
  "ISO 14289-1": "https://www.iso.org/standard/64599.html",
  "ISO 14289-2": "https://www.iso.org/standard/82278.html",
  "ISO 16684-1": "https://www.iso.org/standard/75163.html",
  "ISO 19005-2": "https://www.iso.org/standard/50655.html",
  "ISO 19005-4": "https://www.iso.org/standard/71832.html",
  "ISO 32000-1": "https://www.iso.org/standard/51502.html",
  "ISO 32000-2": "https://www.iso.org/standard/75839.html",
  "WCAG 2.1": "https://www.w3.org/TR/WCAG21/",
  "WCAG 2.2": "https://www.w3.org/TR/WCAG22/",
  "XML 1.0": "https://www.w3.org/TR/xml/",
};

/** Other names of standards. */
const alsoCalled: Readonly<Record<string, string>> = {
  "ISO 14289-1": "PDF/UA-1",
  "ISO 14289-2": "PDF/UA-2",
  "ISO 16684-1": "XMP",
  "ISO 19005-2": "PDF/A-2",
  "ISO 19005-4": "PDF/A-4",
  "ISO 32000-1": "PDF 1.7",
  "ISO 32000-2": "PDF 2.0",
};

/** Groups sources by standard: "ISO 14289-1, 7.3" and "ISO 14289-1, 7.2" are two clauses of one. */
export function coveredBy(parts: readonly CheckPart[]): ReportedTest["requires"] {
  const clauses = new Map<string, Set<string>>();
  for (const { source } of parts) {
    const [, name = source, clause] = /^([^,]+), (.+)$/.exec(source) ?? [];
    const known = clauses.get(name) ?? new Set();
    clauses.set(name, clause === undefined ? known : known.add(clause));
  }
  return Array.from(clauses, ([name, found]) => {
    const page = pages[name];
    const other = alsoCalled[name];
    return {
      title: other === undefined ? name : `${name} (${other})`,
      ...(page !== undefined && { page }),
      ...(found.size > 0 && { clauses: [...found] }),
    };
  });
}
