import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import type { Metadata } from "../../model/metadata.ts";
import { turned, type WordPage } from "./page-size.ts";

type Part = ISectionOptions["children"][number];

/**
 * Divides a document into sections (ECMA-376, 17.6): landscape pages have one of their own. Heads and feet of the first
 * section hold for all.
 */
export function sectionsOf(
  blocks: readonly Part[],
  landscape: ReadonlySet<unknown>,
  page: WordPage,
  metadata: Metadata,
): ISectionOptions[] {
  const sections: { readonly isTurned: boolean; readonly children: Part[] }[] = [];
  for (const block of blocks) {
    const isTurned = landscape.has(block);
    const last = sections.at(-1);
    if (last?.isTurned === isTurned) last.children.push(block);
    else sections.push({ isTurned, children: [block] });
  }
  return sections.map(({ isTurned, children }, index) => {
    const own = isTurned ? turned(page) : page;
    return {
      properties: {
        page: {
          // The library exchanges width and height.
          size: isTurned
            ? { width: own.height, height: own.width, orientation: PageOrientation.LANDSCAPE }
            : { width: own.width, height: own.height },
          margin: own.margin,
        },
        ...(index === 0 && { titlePage: true }),
      },
      ...(index === 0 && furniture(metadata)),
      children,
    };
  });
}

/** Returns the running head, which the first page has its title for, and the page number. */
function furniture({ shortTitle, direction }: Metadata): Pick<ISectionOptions, "headers" | "footers"> {
  const rightToLeft = direction === "rtl";
  const side = rightToLeft ? { bidirectional: true } : {};
  const head = new Paragraph({
    style: "Running",
    children: [new TextRun({ text: shortTitle, rightToLeft })],
    ...side,
  });
  const foot = (): Footer =>
    new Footer({
      children: [
        new Paragraph({
          style: "Running",
          alignment: AlignmentType.END,
          children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })],
          ...side,
        }),
      ],
    });
  return {
    headers: { default: new Header({ children: [head] }), first: new Header({ children: [new Paragraph("")] }) },
    footers: { default: foot(), first: foot() },
  };
}
