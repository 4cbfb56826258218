import type { Element } from "xast";
import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";
import type { PdfStandard } from "../../../model/pdf-standard.ts";
import { legalXml } from "../../../model/xml.ts";
import type { Description } from "./description.ts";

const namespaces = {
  "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:xmp": "http://ns.adobe.com/xap/1.0/",
  "xmlns:xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
  "xmlns:xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
  "xmlns:pdf": "http://ns.adobe.com/pdf/1.3/",
  "xmlns:pdfaid": "http://www.aiim.org/pdfa/ns/id/",
  "xmlns:pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
  "xmlns:pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
  "xmlns:pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
  "xmlns:pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
};

/**
 * Returns an XMP packet (ISO 16684-1) that describes the file and claims conformance to a standard. If an image has no
 * description, it claims only what PDF/A allows for such a file.
 */
export function writeXmp(description: Description, standard: PdfStandard, describesImages: boolean): string {
  const { title, authors, subject, keywords, language, publisher, identifier, rights, licenceAddress } = description;
  const date = description.modified && `${description.modified.toISOString().slice(0, 19)}Z`;
  const properties = [
    x("dc:format", "application/pdf"),
    x("dc:title", alternatives(title, language)),
    ...listed("dc:creator", "rdf:Seq", authors),
    ...(subject === undefined ? [] : [x("dc:description", alternatives(subject, language))]),
    ...listed("dc:subject", "rdf:Bag", keywords),
    ...listed("dc:language", "rdf:Bag", [language]),
    ...listed("dc:publisher", "rdf:Bag", publisher === undefined ? [] : [publisher]),
    x("dc:identifier", identifier ?? description.documentId),
    x("xmpMM:DocumentID", description.documentId),
    ...(description.versionId === undefined ? [] : [x("xmpMM:VersionID", description.versionId)]),
    ...(rights === undefined ? [] : [x("dc:rights", alternatives(rights, language))]),
    ...(licenceAddress === undefined ? [] : [x("xmpRights:WebStatement", licenceAddress)]),
    ...(keywords.length === 0 ? [] : [x("pdf:Keywords", keywords.join(", "))]),
    x("pdf:Producer", description.producer),
    x("xmp:CreatorTool", description.creatorTool),
    ...(date === undefined
      ? []
      : ["xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"].map((name) => x(name, date))),
    ...(describesImages ? claims : claimsOfUndescribed)[standard],
  ];
  const packet = x("x:xmpmeta", { "xmlns:x": "adobe:ns:meta/" }, [
    x("rdf:RDF", namespaces, [x("rdf:Description", { "rdf:about": "" }, properties)]),
  ]);
  // The id is a constant in the specification (ISO 16684-1, 7.3.2).
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${legalXml(toXml(packet))}\n<?xpacket end="r"?>`;
}

/** Returns a text as the default and under its language. */
function alternatives(text: string, language: string): Element[] {
  return [x("rdf:Alt", [x("rdf:li", { "xml:lang": "x-default" }, text), x("rdf:li", { "xml:lang": language }, text)])];
}

function listed(name: string, container: "rdf:Seq" | "rdf:Bag", values: readonly string[]): Element[] {
  return values.length === 0
    ? []
    : [
        x(name, [
          x(
            container,
            values.map((value) => x("rdf:li", value)),
          ),
        ]),
      ];
}

/**
 * PDF/A requires declarations of properties that it does not define, such as those of PDF/UA (ISO 19005-2, 6.6.2.3.3).
 */
const extensionSchema = x("pdfaExtension:schemas", [
  x("rdf:Bag", [
    x("rdf:li", { "rdf:parseType": "Resource" }, [
      x("pdfaSchema:schema", "PDF/UA identification schema"),
      x("pdfaSchema:namespaceURI", namespaces["xmlns:pdfuaid"]),
      x("pdfaSchema:prefix", "pdfuaid"),
      x("pdfaSchema:property", [
        x("rdf:Seq", [
          x("rdf:li", { "rdf:parseType": "Resource" }, [
            x("pdfaProperty:name", "part"),
            x("pdfaProperty:valueType", "Integer"),
            x("pdfaProperty:category", "internal"),
            x("pdfaProperty:description", "The part of ISO 14289 to which the file conforms"),
          ]),
        ]),
      ]),
    ]),
  ]),
]);

/**
 * PDF/A-2a (ISO 19005-2, 6.6) and PDF/UA-1 (ISO 14289-1, 5); or PDF/A-4 (ISO 19005-4, 6.7.3), which needs no
 * declarations, and PDF/UA-2 (ISO 14289-2, 5).
 */
const claims: Readonly<Record<PdfStandard, readonly Element[]>> = {
  "ua-1": [x("pdfaid:part", "2"), x("pdfaid:conformance", "A"), x("pdfuaid:part", "1"), extensionSchema],
  "ua-2": [x("pdfaid:part", "4"), x("pdfaid:rev", "2020"), x("pdfuaid:part", "2"), x("pdfuaid:rev", "2024")],
};

/** PDF/UA and level A of PDF/A-2 require a description of each figure; level U requires only Unicode text. */
const claimsOfUndescribed: Readonly<Record<PdfStandard, readonly Element[]>> = {
  "ua-1": [x("pdfaid:part", "2"), x("pdfaid:conformance", "U")],
  "ua-2": [x("pdfaid:part", "4"), x("pdfaid:rev", "2020")],
};
