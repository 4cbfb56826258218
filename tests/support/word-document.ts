import { strToU8, zipSync } from "fflate";

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"';
const relationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A Word document of the parts that a reader needs, with this body and these definitions of lists. */
export function docx(body: string, numbering?: string): Uint8Array {
  const style = (id: string, name: string, base = "") =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${base === "" ? "" : `<w:basedOn w:val="${base}"/>`}</w:style>`;
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="${relationshipsNamespace}"><Relationship Id="r1" Type="${officeRelationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/_rels/document.xml.rels": strToU8(
      `<Relationships xmlns="${relationshipsNamespace}"><Relationship Id="r1" Type="${officeRelationships}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${officeRelationships}/footnotes" Target="footnotes.xml"/>${numbering === undefined ? "" : `<Relationship Id="r3" Type="${officeRelationships}/numbering" Target="numbering.xml"/>`}</Relationships>`,
    ),
    ...(numbering !== undefined && {
      "word/numbering.xml": strToU8(`<w:numbering ${namespaces}>${numbering}</w:numbering>`),
    }),
    "word/styles.xml": strToU8(
      `<w:styles ${namespaces}>${style("Title", "Title")}${style("Heading1", "heading 1")}${style("Quote", "Quote")}${style("Caption", "caption")}${style("TOC1", "toc 1")}${style("Sources", "List of sources", "TOC1")}</w:styles>`,
    ),
    "word/footnotes.xml": strToU8(
      `<w:footnotes ${namespaces}><w:footnote w:id="2"><w:p><w:r><w:t>The note.</w:t></w:r></w:p></w:footnote><w:footnote w:id="3"><w:p><w:r><w:t>Another.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    ),
    "word/document.xml": strToU8(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
  });
}

export const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}${content}</w:p>`;
