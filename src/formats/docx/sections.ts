import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from "docx";
import type { Metadata } from "../../model/metadata.ts";
import type { Block } from "./context.ts";
import { columnsOf, turned, type WordPage } from "./page-size.ts";

type Part = ISectionOptions["children"][number];

/** What the text consists of: the title and the lists of contents, and the text itself. */
interface Content {
  readonly opening: readonly Part[];
  readonly text: readonly Block[];
  /** What stands on landscape pages. */
  readonly landscape: ReadonlySet<Block>;
}

/**
 * Divides a document into sections (ECMA-376, 17.6): landscape pages have one of their own, and the text of a document
 * with columns has another than its title. Heads and feet of the first section hold for all.
 */
export function sectionsOf(
  { opening, text, landscape }: Content,
  page: WordPage,
  metadata: Metadata,
): ISectionOptions[] {
  const single = { ...page, columns: 1 };
  const sections: { readonly page: WordPage; readonly isTurned: boolean; readonly children: Part[] }[] = [
    { page: page.columns > 1 ? single : page, isTurned: false, children: [...opening] },
  ];
  for (const block of text) {
    const isTurned = landscape.has(block);
    const last = sections.at(-1);
    const fits = last?.isTurned === isTurned && (isTurned || last.page.columns === page.columns);
    if (last && fits) last.children.push(block);
    else sections.push({ page: isTurned ? turned(page) : page, isTurned, children: [block] });
  }
  return sections.map(({ page: own, isTurned, children }, index) => ({
    properties: {
      page: {
        // The library exchanges width and height.
        size: isTurned
          ? { width: own.height, height: own.width, orientation: PageOrientation.LANDSCAPE }
          : { width: own.width, height: own.height },
        margin: own.margin,
      },
      ...columnsOf(own),
      // Columns begin below the title.
      ...(own.columns > 1 && index === 1 && { type: SectionType.CONTINUOUS }),
      ...(index === 0 && { titlePage: true }),
    },
    ...(index === 0 && furniture(metadata)),
    children,
  }));
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
