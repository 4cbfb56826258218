import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The variables of all layouts of publications: what `MetadataView` says of each of its keys. */
export const commonVariables: Readonly<Record<string, string>> = {
  logo: "`light`, `dark` and `alt` of the brand's logo: addresses and its description; or `null`.",
  ...Object.fromEntries(describedKeys("src/template/view.ts", "MetadataView")),
};

const document = {
  policy: "The Content Security Policy, which the document has to state.",
  style: "The style sheets and fonts.",
};

/** The additional variables of each layout, by its key in `template.yaml`; markup must be output with `raw`. */
export const layoutVariables = {
  "screen.layout": {
    ...document,
    title_content: "The title with its markup.",
    script: "The template's script, or `null`.",
    picture:
      "Where its address is known: `url` and `alt` of the picture that stands for it where somebody links to it.",
    page_address: "Where the address of the output folder is known: that of the page; or `null`.",
    pdf_address: "As well, that of its first PDF.",
    json_ld: "What search engines read (schema.org).",
    files: "The other editions: `file_name`, `media_type`, `format`, `name`, `size`, `pages`.",
    reading_time: "How long it takes to read, in words.",
    content_id: "The id that the element of the text has to have.",
    contents: "The contents list, or `null`.",
    contents_id: "The id that its heading has to have.",
    body: "The text.",
  },
  "print.layout": {
    ...document,
    title_content: "The title with its markup.",
    title_id: "The id that the title has to have.",
    contents: "The contents list, or `null`.",
    contents_id: "The id that its heading has to have.",
    for_advisers: "A line for the edition with answer keys, or `null`.",
    columns: "Columns of text on a page, `1` or `2`.",
    notes_at: "Where notes stand: `end`, `foot`, `side`.",
    note_boxes: "Boxes for notes on their pages; first in the body.",
    body: "The text.",
    margin_pages: "A line that says whose page numbers stand in the margins, or `null`.",
    web_code: "The QR code of the web address, or `null`.",
    destinations: "Names of places, from which page numbers are read; last in the body.",
  },
  "print.running-heads": {
    ...document,
    rows: "A line for each head and foot of a page: `kind`, `side`, and `start` and `end` with `kind`, `text`, `parts` (its words and spaces), `language`, `direction`.",
  },
  "book.layout": {
    document_title: "The title of the document.",
    kind: "What it is, for the class of the body: cover, title-page, contents, part, chapter.",
    semantics: "Its `epub:type`.",
    style_sheet: "The address of the style sheet.",
    font_sheet: "The address of the style sheet with the fonts, or `null`.",
    title_id: "The id of the book's title.",
    title_content: "The title of the book with its markup.",
    body: "The text.",
  },
  "book.title-page": {
    style_sheet: "The address of the style sheet.",
    font_sheet: "The address of the style sheet with the fonts, or `null`.",
    title_id: "The id that the title has to have.",
    title_content: "The title with its markup.",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The variables of the library page, which belongs to no publication. */
export const libraryVariables: Readonly<Record<string, string>> = {
  ...document,
  logo: "The logo, as above.",
  language: "The language of all publications, or English.",
  direction: "`ltr` or `rtl`.",
  words: "The words of the template in that language.",
  script: "The script of the library page, or `null`.",
  mark: "What the page has to say of its generator, by which Offprint knows it.",
  publications:
    "By title: `slug`, `language`, `direction`, `title`, `subtitle`, `description`, `date`, `files`, `languages`, `changes`, `check`.",
  feeds: "`media_type`, `path` and `title` of each feed.",
};

/** Returns the keys of an interface with their comments. */
function describedKeys(file: string, name: string): readonly (readonly [string, string])[] {
  const text = readFileSync(join(import.meta.dirname, "../../..", file), "utf8");
  const [, body = ""] = new RegExp(`interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`).exec(text) ?? [];
  return Array.from(body.matchAll(/^ {2}\/\*\* (.*) \*\/\n {2}readonly (\w+)/gm), ([, comment = "", key = ""]) => [
    key,
    comment,
  ]);
}
