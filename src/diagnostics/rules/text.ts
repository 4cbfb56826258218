import { error, info, warning, type Rule } from "../rule.ts";

/** The text itself: syntax, headings, prose. */
export const textRules = {
  // Text
  dialectRead: info("What is written in another tool's syntax is read as that tool reads it."),
  syntaxUnknown: warning(
    "What is written in another tool's syntax is something that Offprint can read.",
    "What only that tool can carry out is left out; its text is kept.",
  ),
  markdownMarks: warning(
    "Markdown is written as CommonMark defines it.",
    "It is read as what it looks like: a heading, a link, a picture.",
  ),
  codeClosed: warning(
    "A fenced code block is closed.",
    "It goes on to the end of the text, or of the list or quotation in which it stands.",
  ),
  oneTitle: warning("An article has one title; its sections start at the second level."),
  headingOrder: warning("A heading is at most one level below the heading before it."),
  headingHasText: warning("A heading has text."),
  idUnique: warning("An id is given once in a publication."),
  headingIdStable: info("The address of a section does not depend on other sections."),
  directiveKnown: warning("A directive has a name that Offprint knows."),
  directiveClosed: warning("A ::: block is closed."),
  directiveComplete: warning(
    "A directive has its required attributes.",
    "Its content is printed without it; an include is printed as it is written.",
  ),
  editionKnown: warning(
    "A condition names editions, audiences and profiles that exist.",
    "What is only for one that does not exist is left out; what is not for it is printed.",
  ),
  variableDefined: warning(
    "A variable that a text uses is defined in the front matter or in publication.yaml.",
    "The variable is printed as it is written.",
  ),
  includesAcyclic: error("No text includes itself."),
  attributeKnown: warning("An attribute is one that Offprint supports."),
  htmlSupported: warning("Raw HTML uses only elements and attributes that are safe in every edition."),
  htmlClosed: warning(
    "An element, a comment or an instruction of raw HTML is closed.",
    "It ends with its paragraph or at the next empty line; what follows is read as Markdown.",
  ),
  tableHasHeader: warning("A table has a header row with text."),
  tableRowFits: warning("A row of a table has no more cells than its header."),
  footnoteDefined: warning("A footnote that is referred to is defined.", "The reference is printed as it is written."),
  footnoteUsed: warning("A footnote that is defined is referred to."),
  referenceDefined: warning("A reference link has a definition."),
  definitionUsed: warning("A definition whose address is a word is used by a link."),
  crossReferenceTarget: warning(
    "A reference to a figure, table, section, box or formula has a target of that kind.",
    "The reference is printed as it is written, without a link.",
  ),
  formulaParses: warning(
    "A formula is closed, is TeX, and can be drawn in every edition.",
    "The source of the formula is printed as code.",
  ),
  codeLanguageKnown: info("A code block is in a language that can be highlighted."),
  glossaryShape: warning(
    "A glossary is a list of terms with known keys, and has each term once.",
    "A term that does not fit is left out; a word belongs to the first term that has it.",
  ),
  glossaryTermUsed: info("A term of the glossary is used in the text."),

  // Prose
  linkTextDescriptive: warning("The text of a link says where it leads."),
  altTextDescriptive: info("Alternative text says what the caption does not, and not that there is an image."),
  readingGrade: warning("A text is no harder to read than the reading-grade that is set for it."),
  sentenceLength: info("A sentence has no more than 35 words (checked with prose: true)."),
  abbreviationExplained: info("An abbreviation in capitals is explained (checked with prose: true)."),
  sectionHasText: info("A section has text (checked with prose: true)."),
} as const satisfies Record<string, Rule>;
