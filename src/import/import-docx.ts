import { unzipSync, zipSync } from "fflate";
import mammoth from "mammoth";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ImportDocument } from "../model/imported.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { convertHtml } from "./import-html.ts";

/** Bytes that a document may have when it is unpacked. */
const largestContent = 256 * 2 ** 20;

const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "r[style-name='Verbatim Char'] => code",
  "u => em",
];

const endings: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/svg+xml": "svg",
};

/** A Word document as Markdown, its pictures beside it. */
export const importDocx: ImportDocument = async (shown, bytes) => {
  const unpacked = unpack(shown, bytes);
  if (!unpacked.ok) return unpacked;
  const pictures = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  const parts = unpacked.value;
  const text = new TextDecoder().decode(parts["word/document.xml"]);
  if (/<m:oMath[ >]/.test(text)) {
    diagnostics.push(
      lost(shown, "Equations are not converted to Markdown.", "Write each as TeX between dollar signs."),
    );
  }
  if (parts["word/comments.xml"]) {
    diagnostics.push(lost(shown, "The comments of the document are left out.", "Resolve them in the document."));
  }
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = endings[image.contentType];
    if (ending === undefined) {
      const message = `A picture of the type ${image.contentType} cannot be shown; it was left out.`;
      diagnostics.push(lost(shown, message, "Save it as PNG or SVG."));
      return { src: "" };
    }
    const name = `pictures/picture-${pictures.size + 1}.${ending}`;
    pictures.set(name, new Uint8Array(await image.readAsArrayBuffer()));
    return { src: name };
  });
  try {
    const buffer = Buffer.from(zipSync(parts, { level: 0 }));
    const { value } = await mammoth.convertToHtml({ buffer }, { convertImage, styleMap, externalFileAccess: false });
    const converted = convertHtml(shown, value, pictures);
    return { ...converted, diagnostics: [...diagnostics, ...converted.diagnostics] };
  } catch (error) {
    return fail(unreadable(shown, error instanceof Error ? error.message : String(error)));
  }
};

function lost(file: string, message: string, hint: string): Diagnostic {
  return diagnostic("importComplete", message, hint, { file });
}

function unreadable(file: string, reason: string): Diagnostic {
  const hint = "Open it in a word processor and save it again as .docx.";
  return diagnostic("sourceExists", `"${file}" is not a Word document that can be read: ${reason}.`, hint, { file });
}

/** The parts of the document; what they unpack to is limited, whatever the archive says of itself. */
function unpack(file: string, bytes: Uint8Array): Outcome<Record<string, Uint8Array>> {
  let total = 0;
  try {
    const parts = unzipSync(bytes, { filter: ({ originalSize }) => (total += originalSize) <= largestContent });
    if (total > largestContent) {
      return fail(
        diagnostic("sourceSize", "The document unpacks to more than 256 MiB.", "Make its pictures smaller.", { file }),
      );
    }
    return parts["word/document.xml"] ? succeed(parts) : fail(unreadable(file, "it has no word/document.xml"));
  } catch (error) {
    return fail(unreadable(file, error instanceof Error ? error.message : String(error)));
  }
}
