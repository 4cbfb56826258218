import { AlignmentType, Footer, Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from "docx";

/** The running head and the page number, and the size and margins of the pages in twentieths of a point: US Letter. */
export function pageFurniture(shortTitle: string, rightToLeft: boolean): Omit<ISectionOptions, "children"> {
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
        size: { width: 8.5 * inch, height: 11 * inch },
        margin: { top: inch, bottom: inch, left: 1.1 * inch, right: 1.1 * inch },
      },
    },
    headers: { default: new Header({ children: [head] }) },
    footers: { default: new Footer({ children: [foot] }) },
  };
}
