import { AlignmentType, Footer, Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from "docx";
import type { Metadata } from "../../model/metadata.ts";

/** Regions that use US Letter paper (CLDR, paperSize); all others use A4. */
const letterRegions = new Set("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split(" "));

/** Returns the page size in twentieths of a point. */
function paperFor(language: string): { readonly width: number; readonly height: number } {
  const region = new Intl.Locale(language).maximize().region ?? "US";
  return letterRegions.has(region) ? { width: 12_240, height: 15_840 } : { width: 11_906, height: 16_838 };
}

/** Returns the running head, the page number, and the size and margins of pages in twentieths of a point. */
export function pageFurniture(
  { shortTitle, language }: Metadata,
  rightToLeft: boolean,
): Omit<ISectionOptions, "children"> {
  const inch = 1440;
  const direction = rightToLeft ? { bidirectional: true } : {};
  const head = new Paragraph({
    style: "Running",
    children: [new TextRun({ text: shortTitle, rightToLeft })],
    ...direction,
  });
  const foot = new Paragraph({
    style: "Running",
    alignment: AlignmentType.END,
    children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })],
    ...direction,
  });
  return {
    properties: {
      page: {
        size: paperFor(language),
        margin: { top: inch, bottom: inch, left: 1.1 * inch, right: 1.1 * inch },
      },
    },
    headers: { default: new Header({ children: [head] }) },
    footers: { default: new Footer({ children: [foot] }) },
  };
}
