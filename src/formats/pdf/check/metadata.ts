import { type Check, type Finding, unless } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { dictOf, nameOf } from "../read/objects.ts";
import { propertiesOf, valuesOf } from "../read/xmp.ts";

/** Checks for the XMP packet and the conformance that it claims. */
export const metadataChecks: readonly Check[] = [
  {
    checkpoint: "06-001",
    clause: { "ua-1": "ISO 14289-1, 7.1; ISO 19005-2, 6.6.2.1", "ua-2": "ISO 14289-2, 8.11.1" },
    what: "The file has no readable XMP packet.",
    find: ({ catalog, xmp }) => {
      const stream = dictOf(catalog, "Metadata");
      return unless(xmp && nameOf(stream, "Type") === "Metadata" && nameOf(stream, "Subtype") === "XML");
    },
  },
  {
    checkpoint: "06-002",
    clause: { "ua-1": "ISO 14289-1, 5", "ua-2": "ISO 14289-2, 5" },
    what: "The file does not claim PDF/UA, or claims it although an image has no description.",
    find: (file) => {
      if (file.expected.describesImages === false) {
        return says(file, { "pdfuaid:part": undefined, "pdfuaid:rev": undefined });
      }
      return file.standard === "ua-1"
        ? says(file, { "pdfuaid:part": "1" })
        : says(file, { "pdfuaid:part": "2", "pdfuaid:rev": "2024" });
    },
  },
  {
    checkpoint: "6.6.4-1",
    clause: { "ua-1": "ISO 19005-2, 6.6.4", "ua-2": "ISO 19005-4, 6.7.3" },
    what: "The file does not claim the right level of PDF/A.",
    find: (file) =>
      file.standard === "ua-1"
        ? says(file, { "pdfaid:part": "2", "pdfaid:conformance": file.expected.describesImages === false ? "U" : "A" })
        : says(file, { "pdfaid:part": "4", "pdfaid:rev": "2020", "pdfaid:conformance": undefined }),
  },
  {
    checkpoint: "06-003",
    clause: { "ua-1": "ISO 14289-1, 7.1", "ua-2": "ISO 14289-2, 8.11.1" },
    what: "The XMP packet does not have the title of the publication.",
    find: (file) => says(file, { "dc:title": file.expected.title }),
  },
  {
    checkpoint: "6.6.2.1-2",
    clause: { "ua-1": "ISO 19005-2, 6.6.2.1", "ua-2": "ISO 19005-4, 6.7.2.1" },
    what: "The XMP packet states its length or encoding, which is not allowed.",
    find: ({ packet }) => unless(!/<\?xpacket begin[^?]*\b(?:bytes|encoding)=/.test(packet ?? "")),
  },
  {
    checkpoint: "6.6.2.3-7",
    clause: { "ua-1": "ISO 19005-2, 6.6.2.3" },
    what: "The XMP packet has a property that it does not declare.",
    find: ({ xmp }) => {
      const declared = new Set([...prefixes, ...valuesOf(xmp, "pdfaSchema:prefix")]);
      return propertiesOf(xmp)
        .filter((name) => !declared.has(name.split(":")[0] ?? ""))
        .map((name) => ({ where: name }));
    },
  },
];

/** Namespaces that PDF/A-2 predefines; PDF/A-4 requires no declarations. */
const prefixes = ["dc", "xmp", "xmpRights", "xmpMM", "pdf", "pdfaid", "pdfaExtension"];

function says({ xmp }: PdfFile, wanted: Readonly<Record<string, string | undefined>>): Finding[] {
  if (!xmp) return [];
  return Object.entries(wanted).flatMap(([name, value]) => {
    const [found] = valuesOf(xmp, name);
    return unless(found === value, {
      detail: `The ${name} is "${found ?? "missing"}" instead of "${value ?? "missing"}".`,
    });
  });
}
