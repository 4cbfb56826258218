import type { Root } from "hast";
import { zipSync } from "fflate";
import { fromHtml } from "hast-util-from-html";
import mammoth from "mammoth";
import type { Root as Xml } from "xast";
import { toXml } from "xast-util-to-xml";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ImportedDocument } from "../model/imported.ts";
import { fail, type Outcome } from "../model/outcome.ts";
import { annotate } from "./docx/annotate.ts";
import { assemble } from "./docx/assemble.ts";
import { removeDeadPictures } from "./docx/dead-pictures.ts";
import { captionTables } from "./docx/captions.ts";
import { showFormulas } from "./docx/formulas.ts";
import { guessHeadings } from "./docx/guess-headings.ts";
import { mainLanguage } from "./docx/main-language.ts";
import { groupLandscape } from "./docx/landscape.ts";
import { findLosses } from "./docx/losses.ts";
import { readNumbering } from "./docx/numbering.ts";
import { type Parts, readPart } from "./docx/parts.ts";
import { readProperties, titleProperty } from "./docx/properties.ts";
import { savePictures } from "./docx/pictures.ts";
import { matcherOf, styleMap } from "./docx/style-map.ts";
import { readStyles } from "./docx/styles.ts";
import { settleTables } from "./docx/tables.ts";
import { showTitle } from "./docx/title-page.ts";
import { unpack, unreadable } from "./docx/unpack.ts";
import { takeFootnotes } from "./html/footnotes.ts";
import { treeToDocument } from "./tree-to-document.ts";

/** Converts a Word document to Markdown and extracts its images. `styles` are the user's own, in mammoth's notation. */
export async function importDocx(
  shown: string,
  bytes: Uint8Array,
  styles: Readonly<Record<string, string>> = {},
): Promise<Outcome<ImportedDocument>> {
  const unpacked = unpack(shown, bytes);
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  const diagnostics = findLosses(parts).map(({ message, hint }) => lost(shown, message, hint));
  const pictures = savePictures((message, hint) => void diagnostics.push(lost(shown, message, hint)));
  try {
    const { languages, dead } = annotateParts(parts, styles);
    if (dead > 0) {
      const message = `The document lacks the files of ${dead === 1 ? "a picture" : `${dead} pictures`}.`;
      diagnostics.push(lost(shown, message, "Put them into it again."));
    }
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
      {
        convertImage: mammoth.images.imgElement(pictures.save),
        styleMap: styleMap(styles, languages),
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
      },
    );
    const wrong = messages.find(({ message }) => message.startsWith("Did not understand this style mapping"));
    if (wrong) return fail(badStyle(wrong.message));
    const converted = convert(shown, fromHtml(value, { fragment: true }), parts, pictures.files);
    return { ...converted, diagnostics: [...diagnostics, ...converted.diagnostics] };
  } catch (error) {
    return fail(unreadable(shown, error instanceof Error ? error.message : String(error)));
  }
}

/** Annotates the parts with text. Returns the languages of their runs, and the number of pictures without a file. */
function annotateParts(parts: Parts, own: Readonly<Record<string, string>>) {
  const styles = readStyles(parts);
  const levelOf = readNumbering(parts);
  const languages = new Set<string>();
  const mapped = Object.keys(own).map(matcherOf);
  const isMapped = (id: string, name: string): boolean =>
    mapped.some((matcher) => matcher.startsWith(`p.${id}`) || matcher === matcherOf(name));
  const paths = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"];
  const trees = paths.flatMap((path): [string, Xml][] => {
    const tree = readPart(parts, path);
    return tree ? [[path, tree]] : [];
  });
  const language = mainLanguage(
    trees.map(([, tree]) => tree),
    styles.language,
  );
  let dead = 0;
  for (const [path, tree] of trees) {
    if (path === "word/document.xml") showTitle(tree, styles);
    dead += removeDeadPictures(tree, parts, path);
    annotate(tree, { styles, levelOf, isMapped, language, languages });
    parts[path] = new TextEncoder().encode(toXml(tree));
  }
  // The marks say all of it; the library would nest the lists of styles in them once more.
  delete parts["word/numbering.xml"];
  return { languages, dead };
}

function convert(shown: string, body: Root, parts: Parts, pictures: Map<string, Uint8Array>) {
  const head = assemble(body);
  showFormulas(body);
  captionTables(body);
  settleTables(body);
  guessHeadings(body);
  groupLandscape(body);
  const footnotes = takeFootnotes(body);
  const frontMatter = readProperties(parts, head);
  return treeToDocument(body, { shown, footnotes, frontMatter, title: titleProperty(parts), pictures });
}

function badStyle(message: string): Diagnostic {
  const line = /: (.*)$/m.exec(message)?.[1] ?? message;
  const hint = 'A style becomes a path of HTML elements: { "Aside": "blockquote > p:fresh" }.';
  return diagnostic("configShape", `In import.styles, this cannot be read: ${line}`, hint);
}

function lost(file: string, message: string, hint: string): Diagnostic {
  return diagnostic("importComplete", message, hint, { file });
}
