const mebibyte = 2 ** 20;

/**
 * Limits on untrusted content. Content beyond a limit is a finding at the author's line, never an endless wait. The
 * guide lists the limits with these comments.
 */
export const limits = {
  /** Bytes of a text file. */
  sourceBytes: 8 * mebibyte,
  /** Characters of a line, without pictures in addresses (`data:`). */
  lineLength: mebibyte,
  /** Characters of a line in which syntax of other tools is searched for. A longer line is read as Markdown alone. */
  dialectLine: 20_000,
  /** Lines of a Markdown file, including empty ones. */
  sourceLines: 200_000,
  /** Quotations, lists and indentation nested in each other. */
  lineDepth: 400,
  /** HTML elements nested in each other; EPUB readers based on libxml2 read no more than 256. */
  elementDepth: 200,
  /** Opening brackets, and marks of deleted text, in a block of lines; parsing time is quadratic in their number. */
  blockBrackets: 4000,
  /** Bytes of an imported document. */
  documentBytes: 64 * mebibyte,
  /** Characters of a Word document's XML whose pages are laid out for its page numbers; Word works out those of others. */
  wordLayout: 250_000,
  /** Aliases in a YAML text: each is searched for among all anchors. */
  yamlAliases: 100,
  /** Characters of a field of a BibTeX file, with its strings expanded. */
  bibtexValue: 1_000_000,
  /** Elements of a citation style, with its macros expanded; APA, the longest published style, has 34,000. */
  styleElements: 150_000,
  /** Nesting depth of elements in a citation style. */
  styleDepth: 200,
  /** Columns of a roster. */
  rosterColumns: 1000,
  /** Characters of a row of a roster. */
  rosterRow: 200_000,
  /** Bytes of an unpacked font. */
  fontBytes: 64 * mebibyte,
  /** Bytes of an image file, and of a decompressed SVG image. */
  imageBytes: 32 * mebibyte,
  /** Pixels of an image, and of each image in an SVG image. */
  imagePixels: 100_000_000,
  /** Elements of an SVG image, including those that its references repeat. */
  svgElements: 200_000,
  /** Nesting depth of elements in an SVG image. */
  svgDepth: 400,
  /** Characters of all expanded entities of an SVG image. */
  svgEntityText: 1_000_000,
  /** Milliseconds to draw an author's Vega-Lite specification. */
  chartTime: 15_000,
  /** Bytes of memory to draw it. */
  chartMemory: 512 * mebibyte,
  /** Numbers, steps, bins, ticks or facets in one part of a specification; its width and height in pixels. */
  chartCount: 5000,
  /** Characters of a drawn chart. */
  chartText: 3_000_000,
  /** Characters of the source of a diagram. */
  diagramSource: 50_000,
  /** Milliseconds for one call of a function of a plug-in. */
  pluginWork: 30_000,
  /** Milliseconds to draw a diagram. */
  diagramTime: 20_000,
  /** Bytes of memory for Graphviz. */
  diagramMemory: 512 * mebibyte,
  /** Edges of a Mermaid diagram. */
  diagramEdges: 500,
} as const;
