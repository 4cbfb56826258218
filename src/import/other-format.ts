import { extname } from "node:path";

/**
 * Formats that Offprint does not read, with pandoc's names of those that it reads
 * (https://pandoc.org/MANUAL.html#option--from).
 */
const formats: Readonly<Record<string, { readonly name: string; readonly pandoc?: string; readonly hint?: string }>> = {
  ".adoc": { name: "AsciiDoc", hint: "Write Markdown from it: asciidoctor -b docbook, then pandoc -f docbook -t gfm." },
  ".odt": { name: "an OpenDocument text", hint: "Save it as a Word document (.docx), which is a source." },
  ".org": { name: "Org mode", pandoc: "org" },
  ".pages": { name: "a document of Pages", hint: "Export it as a Word document (.docx), which is a source." },
  ".pdf": { name: "a PDF", hint: "A PDF is what comes out; give the document that it was made from." },
  ".rst": { name: "reStructuredText", pandoc: "rst" },
  ".rtf": { name: "Rich Text", hint: "Save it as a Word document (.docx), which is a source." },
  ".tex": { name: "LaTeX", pandoc: "latex" },
  ".textile": { name: "Textile", pandoc: "textile" },
  ".typ": { name: "Typst", pandoc: "typst" },
  ".wiki": { name: "MediaWiki", pandoc: "mediawiki" },
};
const sameAs: Readonly<Record<string, string>> = {
  ".asciidoc": ".adoc",
  ".asc": ".adoc",
  ".doc": ".rtf",
  ".rest": ".rst",
};

/** Returns the format of a file by its extension, and how to convert it; undefined where it is unknown. */
export function otherFormat(shown: string): { readonly name: string; readonly hint: string } | undefined {
  const ending = extname(shown).toLowerCase();
  const own = sameAs[ending] ?? ending;
  const format = Object.hasOwn(formats, own) ? formats[own] : undefined;
  if (!format) return undefined;
  const name = ending === ".doc" ? "an old Word document" : format.name;
  const markdown = shown.replace(/\.\w+$/, ".md");
  return {
    name,
    hint: format.hint ?? `Write Markdown from it: pandoc -f ${format.pandoc ?? ""} -t gfm -o ${markdown} ${shown}`,
  };
}
