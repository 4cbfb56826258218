import { pageReference } from "./inline.ts";
import { type IPropertiesOptions, LineRuleType } from "docx";
import { logoStyle } from "./logo.ts";
import type { WordLook } from "./look.ts";

/** Fonts that come with Word for scripts that its Latin fonts lack: for text and for headings. */
const faces: Readonly<Record<string, readonly [string, string]>> = {
  Jpan: ["Yu Mincho", "Yu Gothic"],
  Hans: ["SimSun", "Microsoft YaHei"],
  Hant: ["PMingLiU", "Microsoft JhengHei"],
  Kore: ["Batang", "Malgun Gothic"],
  Arab: ["Times New Roman", "Arial"],
  Hebr: ["Times New Roman", "Arial"],
  Deva: ["Nirmala UI", "Nirmala UI"],
  Beng: ["Nirmala UI", "Nirmala UI"],
  Taml: ["Nirmala UI", "Nirmala UI"],
  Thai: ["Leelawadee UI", "Leelawadee UI"],
};

function fontsFor(language: string, own: WordLook): { readonly text: Fonts; readonly label: Fonts } {
  const [text, label] = faces[new Intl.Locale(language).maximize().script ?? ""] ?? [];
  return { text: fonts(own.text ?? "Cambria", text), label: fonts(own.label ?? "Calibri", label) };
}

interface Fonts {
  readonly ascii: string;
  readonly hAnsi: string;
  readonly cs?: string;
  readonly eastAsia?: string;
}

const fonts = (latin: string, other: string | undefined): Fonts => ({
  ascii: latin,
  hAnsi: latin,
  ...(other !== undefined && { cs: other, eastAsia: other }),
});

const heading = (font: Fonts, size: number, before: number, color: string) => ({
  run: { font, bold: true, size, color },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
});

/** Returns the named styles; sizes are in half points, spacing in twentieths of a point. */
export function wordStyles(
  language: string,
  look: WordLook,
  rightToLeft: boolean,
): NonNullable<IPropertiesOptions["styles"]> {
  const { accent: color, ink, soft } = look;
  const font = fontsFor(language, look);
  const label = { font: font.label, color: soft };
  return {
    default: {
      document: {
        run: {
          font: font.text,
          size: 22,
          ...(look.body !== undefined && { color: look.body }),
          language: { value: language, eastAsia: language, bidirectional: language },
        },
        paragraph: { spacing: { after: 140, line: 290, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { font: font.label, bold: true, size: 48, color: ink }, paragraph: { spacing: { after: 80 } } },
      heading1: heading(font.label, 32, 360, ink),
      heading2: heading(font.label, 26, 280, ink),
      heading3: heading(font.label, 23, 220, ink),
      heading4: heading(font.label, 22, 200, ink),
      heading5: heading(font.label, 22, 180, ink),
      heading6: heading(font.label, 22, 180, ink),
      hyperlink: { run: { color, underline: {} } },
      footnoteText: { run: { size: 19 } },
    },
    paragraphStyles: [
      {
        id: logoStyle,
        name: "Brand Logo",
        basedOn: "Normal",
        paragraph: { keepNext: true, spacing: { after: 240, line: 240, lineRule: LineRuleType.AUTO } },
      },
      { id: "Subtitle", name: "Subtitle", basedOn: "Normal", run: { italics: true, size: 28, color: soft } },
      { id: "Byline", name: "Byline", basedOn: "Normal", run: { ...label, size: 20 } },
      {
        id: "ContentsTitle",
        name: "Contents Title",
        basedOn: "Normal",
        run: { font: font.label, bold: true, size: 24 },
      },
      { id: "Running", name: "Running", basedOn: "Normal", run: { ...label, size: 17 } },
      {
        id: "Caption",
        name: "caption",
        basedOn: "Normal",
        run: { ...label, size: 20 },
        paragraph: { spacing: { before: 80 } },
      },
      {
        id: "TableText",
        name: "Table Text",
        basedOn: "Normal",
        paragraph: { spacing: { before: 50, after: 50, line: 250, lineRule: LineRuleType.AUTO } },
      },
      // For tables with so many columns that words would be divided.
      { id: "TableDense", name: "Table Dense", basedOn: "TableText", run: { size: 16 } },
      { id: "TableCaption", name: "Table Caption", basedOn: "Caption" },
      { id: "Quote", name: "Quote", basedOn: "Normal", run: { color: soft } },
      {
        id: "Callout",
        name: "Callout",
        basedOn: "Normal",
        // Border sides are physical: they do not follow the direction (ECMA-376, 17.3.1.24).
        paragraph: { border: { [rightToLeft ? "right" : "left"]: { style: "single", size: 18, color, space: 8 } } },
      },
      {
        id: "CalloutTitle",
        name: "Callout Title",
        basedOn: "Callout",
        run: { font: font.label, bold: true, color },
        paragraph: { keepNext: true },
      },
      {
        id: "Term",
        name: "Term",
        basedOn: "Normal",
        run: { font: font.label, bold: true },
        paragraph: { keepNext: true },
      },
      { id: "Definition", name: "Definition", basedOn: "Normal" },
      {
        id: "WriteLine",
        name: "Write Line",
        basedOn: "Normal",
        paragraph: {
          spacing: { before: 240, after: 0 },
          border: { bottom: { style: "single", size: 4, color: soft, space: 1 } },
        },
      },
      {
        id: "CodeBlock",
        name: "Code Block",
        basedOn: "Normal",
        run: { font: look.code, size: 19 },
        paragraph: { spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO }, shading: { fill: look.tint } },
      },
    ],
    characterStyles: [
      // The library's own styles are based on this one.
      { id: "DefaultParagraphFont", name: "Default Paragraph Font", uiPriority: 1, semiHidden: true },
      { id: "Code", name: "Code", run: { font: look.code, size: 20 } },
      { id: pageReference, name: "Page Reference" },
    ],
  };
}
