import { error, info, request, type Rule, tool, warning } from "./rule.ts";

/** Every rule there is. The names are permanent: people write them into their configuration. */
export const rules = {
  // The request
  sourceExists: request("Each source that is named exists and is a Markdown file or a publication folder."),
  commandShape: request("The command, its options and their values are known."),
  configShape: request("The configuration has known keys with values of the right kind."),
  templateExists: request("The template that is asked for exists."),
  templateShape: request("A template's own description and files are complete."),
  outputWritable: request("The output folder can be written to."),
  slugFree: request("Two publications of one build have different slugs."),

  // Files
  importComplete: warning("All that an imported document holds can be written as Markdown."),
  encodingIsUtf8: error("A source file is UTF-8 text."),
  controlCharacters: warning(
    "A source file has no control characters but tabs and line ends.",
    "They are taken out, so that every edition can carry the text.",
  ),
  sourceNotEmpty: error("An article has text."),
  sourceSize: error("A source file is of a size that a person could have written."),
  publicationShape: error("publication.yaml has known keys with values of the right kind."),
  chapterExists: error("Each chapter that publication.yaml names is a Markdown file in the publication's folder."),
  chaptersAcyclic: error("No chapter list contains itself, and no chapter stands twice."),
  chapterOrderGiven: info("A folder of several chapters says their order in publication.yaml."),

  // Front matter
  yamlParses: error("YAML is well-formed."),
  frontMatterShape: error("Front matter has known keys with values of the right kind."),
  frontMatterUsed: warning("A chapter's front matter says nothing that only its publication can say."),
  languageKnown: error("A language is a well-formed BCP 47 tag with a known primary language."),
  titleExists: warning("A publication has a title."),

  // Text
  dialectRead: info("What is written in another tool's syntax is read as that tool reads it."),
  syntaxUnknown: warning(
    "What is written in another tool's syntax is something that Offprint can read.",
    "What only that tool can carry out is left out; its text is kept.",
  ),
  oneTitle: warning("An article has one title; its sections start at the second level."),
  headingOrder: warning("A heading is at most one level below the heading before it."),
  headingHasText: warning("A heading has text."),
  idUnique: warning("An id is given once in a publication."),
  headingIdStable: info("The address of a section does not depend on other sections."),
  directiveKnown: warning("A directive has a name that Offprint knows."),
  directiveClosed: warning("A ::: block is closed where it ends."),
  directiveComplete: error("A directive has the attributes that it cannot do without."),
  editionKnown: error("A condition names editions and audiences that there are."),
  variableDefined: warning(
    "A variable that a text uses is defined in the front matter or in publication.yaml.",
    "The variable is printed as it is written.",
  ),
  includesAcyclic: error("No text includes itself."),
  attributeKnown: warning("An attribute is one that Offprint carries to the reader."),
  htmlSupported: warning("Raw HTML uses only elements and attributes that are safe in every edition."),
  tableHasHeader: warning("A table has a header row with text."),
  tableRowFits: warning("A row of a table has no more cells than its header."),
  footnoteDefined: warning("A footnote that is referred to is defined.", "The reference is printed as it is written."),
  footnoteUsed: warning("A footnote that is defined is referred to."),
  referenceDefined: warning("A reference link has a definition."),
  crossReferenceTarget: warning(
    "A reference to a figure, table, section, box or formula has a target of that kind.",
    "The reference is printed as it is written, without a link.",
  ),
  formulaParses: warning(
    "A formula is closed, is TeX, and can be drawn in every edition.",
    "The source of the formula is printed as code.",
  ),
  codeLanguageKnown: info("A code block is in a language whose words can be told apart."),
  glossaryShape: error("A glossary is a list of terms with known keys, and each term stands in it once."),
  glossaryTermUsed: info("A term of the glossary is used in the text."),

  // Prose
  linkTextDescriptive: warning("The text of a link says where it leads."),
  altTextDescriptive: info("Alternative text says what the caption does not, and not that there is an image."),
  readingGrade: warning("A text is no harder to read than the reading-grade that is set for it."),
  sentenceLength: info("A sentence has no more than 35 words (looked at with prose: true)."),
  abbreviationExplained: info("An abbreviation in capitals is explained (looked at with prose: true)."),
  sectionHasText: info("A section has text (looked at with prose: true)."),

  // Citations
  referencesShape: error("A file of references can be read, and each of its works has a key of its own."),
  citationStyle: error("A citation style is one that Offprint has, or a CSL style file beside the article."),
  citationKnown: warning(
    "A citation names a work of the references file.",
    "The citation is printed as it is written.",
  ),
  referenceUsed: warning("Each work of the references file is cited."),

  // Links and images
  linkTargetExists: warning(
    "A link inside the publication has a target.",
    "The text of the link is printed without the link.",
  ),
  linkInEdition: warning("A link leads to something that every edition with the link has too."),
  linkPortable: warning("A link leads to something that the reader can reach."),
  linkAlive: error("A web address leads to a page (`offprint links`)."),
  linkReachable: warning("A web address can be checked (`offprint links`)."),
  linkMoved: info("A web address has not moved for good (`offprint links`)."),
  imageExists: warning(
    "An image is a file in the publication's folder.",
    "A frame with the alternative text and the address stands in the place of the image.",
  ),
  imageLocal: warning(
    "An image comes with the publication, not from the network.",
    "A frame with the alternative text and the address stands in the place of the image.",
  ),
  imageConfined: warning(
    "An image lies inside the publication's folder, not elsewhere on the disk or the network.",
    "A frame with the alternative text and the address stands in the place of the image.",
  ),
  imageReadable: warning(
    "An image can be decoded, whatever its name says.",
    "A frame with the alternative text and the address stands in the place of the image.",
  ),
  imageNamedForType: warning("The ending of an image's name agrees with what the file is."),
  imageSize: warning(
    "An image is of a size that fits into a document.",
    "A frame with the alternative text and the address stands in the place of the image.",
  ),
  imageHasAlt: warning(
    "An image has alternative text or is marked as decorative.",
    "The name of its file stands in for it, and no file claims that its images are described.",
  ),
  svgSafe: warning("An SVG image holds drawing only: no script, no link to other files."),
  glyphAvailable: warning("The template's fonts have a glyph for every character of the text."),
  coverSize: warning("A cover picture is as large as bookshops ask: 1600 × 2560 pixels, or 1400 on the shorter side."),
  coverLettered: warning("The template has letters for all that a drawn cover says."),

  // Facts
  factsShape: error("facts.yaml has known keys with values of the right kind."),
  factDefined: error("A fact that a text refers to is in facts.yaml."),
  factUsed: info("A fact that is in facts.yaml is referred to."),
  factCurrent: warning("A fact is checked again by the day on which it has to be."),
  reviewCurrent: warning("A text is reviewed again by the day that its own review names."),

  // Files that a text names
  fileExists: error("A file that a text names is in the publication's folder."),
  fileConfined: error("A file that a text names lies inside the publication's folder, not elsewhere."),

  // Charts
  chartShape: error(
    "A chart has known keys with values of the right kind, a caption and a written summary among them.",
  ),
  chartData: error("A chart's data are complete rows, with the columns that it names and numbers where it draws them."),
  chartDrawn: error("A chart's specification can be drawn."),
  chartLettered: warning("The template has letters for all that a chart says."),

  // Rosters (`offprint merge`)
  rosterShape: error(
    "A roster is a CSV file with a row of names, and below it a row of as many values for each person.",
  ),
  rosterComplete: error(
    "A roster has a column for each variable that the text needs, and a value where one is needed.",
  ),
  rosterValue: error("A value of a roster is of the kind that the text asks for."),
  rosterUsed: warning("The text uses each column of a roster."),
  mergeLeftovers: warning("The folder of a merge holds no files of an earlier one that the present one does not make."),
  notesPlaced: warning("Notes on paper stand where the publication wants them."),
  // Output
  pageNumbersSettle: warning("The page numbers that a handout prints are those of its pages."),
  browserFound: tool("A browser for printing is on the machine or can be fetched."),
  browserPrints: tool("The browser prints the page."),
  templateRenders: tool("The template can be filled in."),
  htmlValid: tool("The finished web page passes the checks."),
  pdfValid: tool("The finished PDF passes the checks."),
  epubValid: tool("The finished EPUB passes EPUBCheck."),
  epubAdvice: warning("The finished EPUB passes EPUBCheck without a warning."),
  epubAccessible: warning("The finished EPUB passes Ace by DAISY (`offprint check --full`)."),
  shopTables: warning(
    "A table of an e-book is one that Kindle shows well: simple, and of 100 rows and 10 columns at most.",
  ),
  shopImages: warning("A picture of an e-book is of a size that bookshops take."),
  shopFiles: warning("An e-book is no larger than bookshops take, and its fonts are of kinds that they know."),
  checkerFound: tool("The checkers that `--full` asks for are on the machine."),
  checkerRuns: tool("A checker comes to an end."),
  internalFault: tool("Offprint itself has no fault."),
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

export const ruleNames = Object.keys(rules) as RuleName[];
