import type { BlockDialect } from "./block.ts";
import { fencedQuotes, quotedBoxes } from "./blocks/quotes.ts";
import { codeMarks } from "./trees/code-marks.ts";
import { codeIncludes } from "./trees/code-includes.ts";
import { inlineNotesToFootnotes } from "./trees/inline-notes.ts";
import { quotedCallouts } from "./trees/callouts.ts";
import type { Dialect, TreeDialect } from "./dialect.ts";
import { fencedDivs } from "./fenced-divs.ts";
import { backtickFormulas, editMarks, emojiShortcodes } from "./github.ts";
import { bookdownParts } from "./bookdown-parts.ts";
import { cells } from "./blocks/cells.ts";
import { fancyLists } from "./blocks/fancy-lists.ts";
import { exampleLists } from "./example-lists.ts";
import { bookdownReferences, inlineNotes, scripts, spanClasses } from "./pandoc-inline.ts";
import { quartoReferences } from "./trees/cross-references.ts";
import { quartoDivs } from "./trees/divs.ts";
import { codeCaptions } from "./blocks/code-captions.ts";
import { labelledDivs } from "./blocks/labelled-divs.ts";
import { labelledFormulas } from "./blocks/labelled-formulas.ts";
import { codeFences } from "./blocks/code-fences.ts";
import { pandocFigures } from "./blocks/figures.ts";
import { metadataBlocks } from "./blocks/metadata-blocks.ts";
import { lineBlocks, quotedLineBlocks } from "./blocks/line-blocks.ts";
import { numberedHeadings } from "./headings.ts";
import { spacedFormulas, texBlocks, texFormulas, texReferences } from "./tex.ts";
import { tildeDefinitions } from "./tilde-definitions.ts";
import { otherMarkup } from "./other-markup.ts";
import { formulaLabels } from "./formula-labels.ts";
import { texCommands } from "./tex-commands.ts";
import { texLines, texQuotations } from "./tex-lines.ts";
import { texEnvironments } from "./tex-environments.ts";
import { mystDirectives } from "./myst/directives.ts";
import { fieldLists } from "./myst/field-lists.ts";
import { mystTargets } from "./myst/targets.ts";
import { mystComments, mystRoles } from "./myst/roles.ts";
import { addressSlips, headingSlips } from "./slips.ts";
import { officeElements } from "./office.ts";
import { joinedLines } from "./joined-lines.ts";
import { logseq } from "./logseq.ts";
import { headingReferences } from "./heading-references.ts";
import { obsidian } from "./obsidian.ts";
import { indentedBlocks } from "./blocks/indented-blocks.ts";
import { attributeLists } from "./sites/attribute-lists.ts";
import { mdbook } from "./sites/mdbook.ts";
import { docfx } from "./sites/docfx.ts";
import { htmlBlocks } from "./blocks/html-blocks.ts";
import { slashBlocks } from "./blocks/slash-blocks.ts";
import { codeSnippets } from "./sites/vitepress.ts";
import { inlineCells } from "./inline-cells.ts";
import { mdx } from "./sites/mdx.ts";
import { mkdocs } from "./sites/mkdocs.ts";
import { mkdocstrings } from "./sites/mkdocstrings.ts";
import { kramdownRfc } from "./sites/kramdown-rfc.ts";
import { mmark } from "./sites/mmark.ts";
import { hexo } from "./sites/hexo.ts";
import { liquid } from "./sites/liquid.ts";
import { liquidNotes } from "./sites/liquid-notes.ts";
import { shortcodes } from "./sites/shortcodes.ts";
import { drawnBorders } from "./tables/drawn-borders.ts";
import { formulaBars } from "./tables/formula-bars.ts";
import { captionsAbove } from "./tables/caption-above.ts";
import { dashedTables } from "./tables/dashed-table.ts";
import { gridTables } from "./tables/grid-table.ts";
import { pipeTables } from "./tables/pipe-table.ts";
import { contentsMarks, pageBreaks } from "./toc-and-breaks.ts";

/** Dialects that rewrite lines, in order. A new one needs a file and a line here. */
export const lineDialects: readonly Dialect[] = [
  otherMarkup,
  joinedLines,
  officeElements,
  contentsMarks,
  pageBreaks,
  kramdownRfc,
  mmark,
  drawnBorders,
  formulaBars,
  shortcodes,
  hexo,
  liquid,
  mdbook,
  codeSnippets,
  docfx,
  mdx,
  mkdocs,
  attributeLists,
  mystComments,
  mystRoles,
  inlineCells,
  bookdownParts,
  exampleLists,
  numberedHeadings,
  tildeDefinitions,
  formulaLabels,
  texFormulas,
  spacedFormulas,
  texReferences,
  texQuotations,
  texCommands,
  texLines,
  fencedDivs,
  backtickFormulas,
  bookdownReferences,
  inlineNotes,
  scripts,
  spanClasses,
  editMarks,
  emojiShortcodes,
  logseq,
  obsidian,
  headingReferences,
  headingSlips,
  addressSlips,
];

/** Dialects that build blocks as trees; the first that matches a block reads it. */
export const blockDialects: readonly BlockDialect[] = [
  mystDirectives,
  mystTargets,
  mkdocstrings,
  liquidNotes,
  labelledDivs,
  htmlBlocks,
  slashBlocks,
  texBlocks,
  texEnvironments,
  labelledFormulas,
  codeCaptions,
  codeFences,
  cells,
  pandocFigures,
  metadataBlocks,
  indentedBlocks,
  quotedBoxes,
  fencedQuotes,
  captionsAbove,
  gridTables,
  dashedTables,
  pipeTables,
  fieldLists,
  lineBlocks,
  quotedLineBlocks,
  fancyLists,
];

/** Dialects that change the finished tree. */
export const treeDialects: readonly TreeDialect[] = [
  inlineNotesToFootnotes,
  quotedCallouts,
  codeIncludes,
  codeMarks,
  quartoDivs,
  quartoReferences,
];
