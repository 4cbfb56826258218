/** What untrusted content may ask for at most. Beyond a limit there is a finding at the author's line, never a wait without end. */
export const limits = {
  /** Elements of a drawing, and of what its references draw again. */
  svgElements: 200_000,
  /** Elements inside elements. */
  svgDepth: 400,
  /** Characters that the entities of a drawing stand for, all together. */
  svgEntityText: 1_000_000,
  /** Bytes of an image file, and of a drawing that was compressed. */
  imageBytes: 32 * 2 ** 20,
  /** Pixels of an image, and of each picture in a drawing. */
  imagePixels: 100_000_000,
  /** Characters of a field of a BibTeX file, its strings put in. */
  bibtexValue: 1_000_000,
  /** Elements of a citation style, its macros put in wherever they are called; APA, the longest that is published, has 34,000. */
  styleElements: 150_000,
  /** Elements of a citation style inside elements. */
  styleDepth: 200,
  /** Aliases of a YAML text: each is looked for among all anchors. */
  yamlAliases: 100,
  /** Lines of a Markdown file; the parser takes some microseconds for each, an empty one too. */
  sourceLines: 200_000,
  /** Opening brackets in a block of lines: links, notes, citations. */
  blockBrackets: 4000,
  /** Milliseconds that a Vega-Lite specification of an author's own may take to be drawn, and bytes of memory. */
  chartTime: 15_000,
  chartMemory: 512 * 2 ** 20,
  /** Numbers, steps, bins, ticks or facets that a specification may ask for in one place; its width and height in pixels. */
  chartCount: 5000,
  /** Characters of a drawn chart. */
  chartText: 3_000_000,
} as const;
