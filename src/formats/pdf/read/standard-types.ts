import type { PdfStandard } from "../../../model/pdf-standard.ts";

/** ISO 32000-1, tables 333 to 340. */
const types17 =
  words(`Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI
  Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
  Figure Formula Form`);

/** ISO 32000-2, tables 364 to 373; headings H1, H2 and so on are unlimited. */
const types20 =
  words(`Document DocumentFragment Part Sect Div Aside NonStruct P H Title FENote Sub Lbl Span Em Strong Link Annot
  Form Ruby RB RT RP Warichu WT WP L LI LBody Table TR TH TD THead TBody TFoot Caption Figure Formula Artifact`);

export const namespaces = {
  pdf17: "http://iso.org/pdf/ssn",
  pdf20: "http://iso.org/pdf2/ssn",
  mathml: "http://www.w3.org/1998/Math/MathML",
} as const;

/** Reports whether a structure type is standard; in PDF 2.0, in the element's namespace. */
export function isStandardType(standard: PdfStandard, type: string, namespace?: string): boolean {
  if (standard === "ua-1") return types17.has(type);
  if (namespace === namespaces.mathml) return true;
  if (namespace === namespaces.pdf20) return types20.has(type) || /^H[1-9]\d*$/.test(type);
  return types17.has(type) && (namespace === undefined || namespace === namespaces.pdf17);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
