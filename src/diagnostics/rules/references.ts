import { error, info, warning, type Rule } from "../rule.ts";

/** References of a text: works, links, images, other files. */
export const referencesRules = {
  // Citations
  referencesShape: warning(
    "A file of references can be read, and each of its works has a key of its own.",
    "A work that cannot be read is left out; of two with one key the first is taken.",
  ),
  citationStyle: warning(
    "A citation style is one that Offprint has, or a CSL style file beside the article.",
    "The style of the American Medical Association is used; where one breaks in use, citations are printed as they are written.",
  ),
  citationKnown: warning(
    "A citation names a work of the references file.",
    "The citation is printed as it is written.",
  ),
  texCommandKnown: warning("A TeX command in a BibTeX file is known.", "The text in its braces is printed without it."),
  referenceUsed: warning("Each work of the references file is cited."),

  // Links and images
  linkTargetExists: warning(
    "A link inside the publication has a target.",
    "The text of the link is printed without the link.",
  ),
  linkInEdition: warning("A link leads to something that every edition with the link has too."),
  linkPortable: warning("A link leads to something that the reader can reach."),
  linkAlive: { ...error("A web address leads to a page (`offprint links`)."), recovery: "The link stays as it is." },
  linkReachable: warning("A web address can be checked (`offprint links`)."),
  linkMoved: info("A web address has not moved permanently (`offprint links`)."),
  imageExists: warning(
    "An image is a file in the publication's folder.",
    "A frame with the alternative text and the address replaces the image.",
  ),
  imageLocal: warning(
    "An image comes with the publication, not from the network.",
    "A frame with the alternative text and the address replaces the image.",
  ),
  imageConfined: warning(
    "An image lies below the project's root, not elsewhere on the disk or the network.",
    "A frame with the alternative text and the address replaces the image.",
  ),
  imageReadable: warning(
    "An image can be decoded, whatever its name says.",
    "A frame with the alternative text and the address replaces the image.",
  ),
  imageNamedForType: warning("The extension of an image's name matches its content."),
  imageSize: warning(
    "An image is within the size limits.",
    "A frame with the alternative text and the address replaces the image.",
  ),
  imageHasAlt: warning(
    "An image has alternative text or is marked as decorative.",
    "The name of its file replaces it, and no file claims that its images are described.",
  ),
  svgSafe: warning("An SVG image holds drawing only: no script, no link to other files."),
  glyphAvailable: warning("The template's fonts have a glyph for every character of the text."),
  coverSize: warning("A cover picture is as large as retailers ask: 1600 × 2560 pixels, or 1400 on the shorter side."),
  coverGlyphs: warning("The template's fonts have a glyph for every character of a drawn cover."),

  // Files that a text names
  fileExists: warning(
    "A file that a text names is in the publication's folder.",
    "An include is printed as it is written, a chart as its source; without a file of references, so are citations.",
  ),
  fileConfined: warning(
    "A file that a text names lies below the project's root, not elsewhere.",
    "The file is not read, and counts as missing.",
  ),
  fileNamedAsWritten: warning(
    "The name of a file is written as it is on the disk, in case and in Unicode form.",
    "The one file whose name differs in nothing else is taken, or the one of the name in a folder below.",
  ),
} as const satisfies Record<string, Rule>;
