import { error, info, request, warning, type Rule } from "../rule.ts";

/** Requests, files, and their front matter. */
export const filesRules = {
  // The request
  sourceExists: request("Each source that is named exists and is a Markdown file or a publication folder."),
  commandShape: request("The command, its options and their values are known."),
  configShape: request("The configuration has known keys with values of the right kind."),
  pluginRuns: request("A plug-in does its work without an exception."),
  pluginMessage: warning("A plug-in without rules of its own reports nothing."),
  templateExists: request("The template that is asked for exists."),
  templateKnown: warning(
    "The template that a text asks for exists.",
    "The template of the configuration is used, or else the handout.",
  ),
  brandContrast: warning(
    "Text in the colours of a brand or a template is readable on their backgrounds, in light and in dark (WCAG 2.2, 1.4.3).",
    "The colours of the template stay.",
  ),
  styleConfined: warning(
    "A style sheet beside a text fetches nothing, and leaves pages and directions to the template.",
    "Rules that do so are left out.",
  ),
  templateShape: request("A template's own description and files are complete."),
  outputWritable: request("The output folder can be written to."),
  slugFree: warning("Two publications of one build have different slugs.", "The second gets a number after its name."),

  // Files
  importComplete: warning("Everything in an imported document can be converted to Markdown."),
  encodingIsUtf8: warning(
    "A source file is UTF-8 text.",
    "UTF-16 is detected by its byte order mark; any other text is read as Windows-1252.",
  ),
  sourceIsText: error("A source file is text."),
  controlCharacters: warning(
    "A source file has no control characters except tabs and line ends.",
    "They are removed, so that every edition can contain the text.",
  ),
  sourceLinked: info("A named file is not a symbolic link to another folder."),
  sourceNotEmpty: warning("An article has text.", "The document consists of its title."),
  sourceSize: error("A source file is within the size limit."),
  publicationShape: warning(
    "publication.yaml has known keys with values of the right kind.",
    "A value that does not fit is left out.",
  ),
  chaptersExist: error("A publication has a chapter that can be read."),
  chapterExists: warning(
    "Each chapter that a list names is a Markdown file in the publication's folder.",
    "The publication is made without it.",
  ),
  chapterOnce: warning("A publication lists each chapter once.", "The chapter is kept at its first place."),
  chaptersAcyclic: error("No chapter list contains itself."),
  chapterOrderGiven: info("A folder with several chapters lists their order in publication.yaml."),

  // Front matter
  yamlParses: error("YAML, or TOML, is well-formed."),
  dataFileParses: warning("A YAML file of data beside an article is well-formed.", "The file is left out."),
  yamlRepaired: warning(
    "A value in front matter that needs quotation marks has them.",
    "The rest of the line is taken as a text, and tabs before a key as spaces; an entry that cannot be read even then is left out.",
  ),
  frontMatterClosed: warning("A line ends the front matter.", "It ends at the first empty line."),
  frontMatterShape: warning(
    "Front matter has known keys with values of the right kind.",
    "A value that does not fit is left out; a number where a text belongs is the text that is written.",
  ),
  keyKnown: warning(
    "The keys of front matter, and of the files beside an article, are known.",
    "Keys that are not known are left out.",
  ),
  frontMatterUsed: warning("A chapter's front matter has no keys that belong to its publication."),
  languageKnown: warning(
    "A language is a well-formed BCP 47 tag with a known primary language.",
    "That of a text is detected from its words; that of a passage is left out.",
  ),
  languageGiven: info("A text states its language; otherwise, the language is detected from its words."),
  titleExists: warning("A publication has a title."),

  // Translations
  translationComplete: warning(
    "Each chapter of a translation, and each section of it, is translated.",
    "Untranslated parts appear in the language of the original.",
  ),
  translationCurrent: warning("Each section of a translation matches the current section of its original."),
  translationMarked: info("The version of the original that a translation was made from is recorded."),
  translationRecord: warning(
    "translations.yaml is as `offprint translate` wrote it.",
    "What does not fit is left out.",
  ),
} as const satisfies Record<string, Rule>;
