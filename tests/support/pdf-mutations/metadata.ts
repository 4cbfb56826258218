import { PDFDict, PDFString, type PDFDocument } from "@cantoo/pdf-lib";
import { type Mutation, mutations, name } from "./mutation.ts";

const inform =
  (key: string, value: string) =>
  ({ context }: PDFDocument) =>
    context.lookup(context.trailerInfo.Info, PDFDict).set(name(key), PDFString.of(value));

/** A change in the packet, which lies bare in the file; what it says must stay as long as it is. */
function say(
  raises: string,
  title: string,
  written: string,
  wrong: string,
  standard: Mutation["standard"] = "ua-1",
): Mutation {
  const edit = (text: string): string => text.replace(written, wrong.padEnd(written.length).slice(0, written.length));
  return { raises: [raises], title, standard, edit };
}

/** What a file says of itself. */
export const metadataMutations: readonly Mutation[] = [
  say("06-002", "another PDF/UA", "<pdfuaid:part>1<", "<pdfuaid:part>9<"),
  say("06-002", "another year of PDF/UA-2", "<pdfuaid:rev>2024<", "<pdfuaid:rev>2023<", "ua-2"),
  say("6.6.4-1", "another PDF/A", "<pdfaid:part>2<", "<pdfaid:part>9<"),
  say("6.6.4-1", "another level of PDF/A", "<pdfaid:conformance>A<", "<pdfaid:conformance>B<"),
  say("6.6.4-1", "another PDF/A-4", "<pdfaid:part>4<", "<pdfaid:part>2<", "ua-2"),
  say("06-003", "another title", 'x-default">Small', 'x-default">Large'),
  say(
    "6.6.2.1-2",
    "an encoding",
    '<?xpacket begin="\u00EF\u00BB\u00BF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<?xpacket begin="\u00EF\u00BB\u00BF" encoding="UTF-8" id="W5"?>',
  ),
  say("6.6.2.3-7", "a property of its own", "pdfaSchema:prefix>pdfuaid<", "pdfaSchema:prefix>pdfuaix<"),
  say("publication-xmp-dates", "a day of today", "<xmp:ModifyDate>2026", "<xmp:ModifyDate>2030"),
  ...mutations([
    ["06-001", "no metadata", ({ catalog }) => void catalog.delete(name("Metadata"))],
    [
      "06-001",
      "metadata that is no XML",
      ({ catalog, context }) =>
        catalog.set(name("Metadata"), context.register(context.stream("<a>", { Type: "Metadata", Subtype: "XML" }))),
    ],
    ["publication-title", "another title", inform("Title", "Else")],
    ["publication-dates", "a date of today", inform("ModDate", "D:2030")],
    ["6.6.3-info", "other keywords", inform("Keywords", "x")],
    ["6.6.3-info", "another author", inform("Author", "x")],
    ["6.6.3-info", "another subject", inform("Subject", "x")],
    ["6.6.3-info", "another producer", inform("Producer", "x")],
    ["6.6.3-info", "another creator", inform("Creator", "x")],
  ]),
];
