const mebibyte = 2 ** 20;

/**
 * What untrusted content may ask for at most. Beyond a limit there is a finding at the author's line, never a wait without end.
 * The manual lists them, each with the words above it.
 */
export const limits = {
  /** Bytes of a text file. */
  sourceBytes: 8 * mebibyte,
  /** Characters of a line. */
  lineLength: mebibyte,
  /** Characters of a line in which marks of other tools are looked for. A longer line is read as Markdown alone. */
  dialectLine: 20_000,
  /** Lines of a Markdown file, the empty ones too. */
  sourceLines: 200_000,
  /** Quotations, lists and indentation inside each other. */
  lineDepth: 400,
  /** Opening brackets in a block of lines, of links, notes and citations, and marks of deleted text: the parser takes the square of their number. */
  blockBrackets: 4000,
  /** Bytes of a document of another program, before it is read as Markdown. */
  documentBytes: 64 * mebibyte,
  /** Aliases of a YAML text: each is looked for among all anchors. */
  yamlAliases: 100,
  /** Characters of a field of a BibTeX file, its strings put in. */
  bibtexValue: 1_000_000,
  /** Elements of a citation style, its macros put in wherever they are called; APA, the longest that is published, has 34,000. */
  styleElements: 150_000,
  /** Elements of a citation style inside elements. */
  styleDepth: 200,
  /** Bytes of an image file, and of a drawing that was compressed. */
  imageBytes: 32 * mebibyte,
  /** Pixels of an image, and of each picture in a drawing. */
  imagePixels: 100_000_000,
  /** Elements of a drawing, and of what its references draw again. */
  svgElements: 200_000,
  /** Elements of a drawing inside elements. */
  svgDepth: 400,
  /** Characters that the entities of a drawing stand for, all together. */
  svgEntityText: 1_000_000,
  /** Milliseconds that a Vega-Lite specification of an author's own may take to be drawn. */
  chartTime: 15_000,
  /** Bytes of memory that it may take. */
  chartMemory: 512 * mebibyte,
  /** Numbers, steps, bins, ticks or facets that a specification may ask for in one place; its width and height in pixels. */
  chartCount: 5000,
  /** Characters of a drawn chart. */
  chartText: 3_000_000,
  /** Characters of the source of a diagram. */
  diagramSource: 50_000,
  /** Milliseconds that a diagram may take to be drawn. */
  diagramTime: 20_000,
  /** Bytes of memory that Graphviz may take. */
  diagramMemory: 512 * mebibyte,
  /** Connections of a Mermaid diagram. */
  diagramEdges: 500,
} as const;
