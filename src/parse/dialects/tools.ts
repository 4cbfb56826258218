import type { DialectName } from "../../model/dialect.ts";
import { bookdownParts } from "./bookdown-parts.ts";
import { cells } from "./blocks/cells.ts";
import { codeCaptions } from "./blocks/code-captions.ts";
import { codeFences } from "./blocks/code-fences.ts";
import { fancyLists } from "./blocks/fancy-lists.ts";
import { pandocFigures } from "./blocks/figures.ts";
import { indentedBlocks } from "./blocks/indented-blocks.ts";
import { lineBlocks, quotedLineBlocks } from "./blocks/line-blocks.ts";
import { metadataBlocks } from "./blocks/metadata-blocks.ts";
import { fencedQuotes, quotedBoxes } from "./blocks/quotes.ts";
import { exampleLists } from "./example-lists.ts";
import { fencedDivs } from "./fenced-divs.ts";
import { backtickFormulas, editMarks, emojiShortcodes } from "./github.ts";
import { numberedHeadings } from "./headings.ts";
import { tildeDefinitions } from "./tilde-definitions.ts";
import { otherMarkup } from "./other-markup.ts";
import { formulaLabels } from "./formula-labels.ts";
import { texCommands } from "./tex-commands.ts";
import { texLines, texQuotations } from "./tex-lines.ts";
import { texEnvironments } from "./tex-environments.ts";
import { mystDirectives } from "./myst/directives.ts";
import { fieldLists } from "./myst/field-lists.ts";
import { mystComments, mystRoles } from "./myst/roles.ts";
import { mystTargets } from "./myst/targets.ts";
import { officeElements } from "./office.ts";
import { joinedLines } from "./joined-lines.ts";
import { logseq } from "./logseq.ts";
import { headingReferences } from "./heading-references.ts";
import { obsidian } from "./obsidian.ts";
import { addressSlips, headingSlips } from "./slips.ts";
import { bookdownReferences, inlineNotes, scripts, spanClasses } from "./pandoc-inline.ts";
import { attributeLists } from "./sites/attribute-lists.ts";
import { inlineCells } from "./inline-cells.ts";
import { labelledDivs } from "./blocks/labelled-divs.ts";
import { labelledFormulas } from "./blocks/labelled-formulas.ts";
import { codeSnippets } from "./sites/vitepress.ts";
import { hexo } from "./sites/hexo.ts";
import { liquid } from "./sites/liquid.ts";
import { liquidNotes } from "./sites/liquid-notes.ts";
import { mdbook } from "./sites/mdbook.ts";
import { docfx } from "./sites/docfx.ts";
import { htmlBlocks } from "./blocks/html-blocks.ts";
import { slashBlocks } from "./blocks/slash-blocks.ts";
import { mdx } from "./sites/mdx.ts";
import { mkdocs } from "./sites/mkdocs.ts";
import { mkdocstrings } from "./sites/mkdocstrings.ts";
import { shortcodes } from "./sites/shortcodes.ts";
import { drawnBorders } from "./tables/drawn-borders.ts";
import { formulaBars } from "./tables/formula-bars.ts";
import { captionsAbove } from "./tables/caption-above.ts";
import { dashedTables } from "./tables/dashed-table.ts";
import { gridTables } from "./tables/grid-table.ts";
import { pipeTables } from "./tables/pipe-table.ts";
import { spacedFormulas, texBlocks, texFormulas, texReferences } from "./tex.ts";
import { contentsMarks, pageBreaks } from "./toc-and-breaks.ts";
import { quotedCallouts } from "./trees/callouts.ts";
import { quartoReferences } from "./trees/cross-references.ts";
import { quartoDivs } from "./trees/divs.ts";
import { codeMarks } from "./trees/code-marks.ts";
import { codeIncludes } from "./trees/code-includes.ts";
import { inlineNotesToFootnotes } from "./trees/inline-notes.ts";

type Named = Readonly<{ name: string }>;

const everywhere: readonly Named[] = [
  otherMarkup,
  joinedLines,
  docfx,
  htmlBlocks,
  contentsMarks,
  pageBreaks,
  headingSlips,
  addressSlips,
  officeElements,
  codeFences,
  inlineNotesToFootnotes,
];
const pandoc: readonly Named[] = [
  bookdownParts,
  bookdownReferences,
  captionsAbove,
  codeCaptions,
  dashedTables,
  exampleLists,
  fancyLists,
  fencedDivs,
  formulaBars,
  gridTables,
  headingReferences,
  inlineNotes,
  labelledDivs,
  labelledFormulas,
  lineBlocks,
  quotedLineBlocks,
  metadataBlocks,
  numberedHeadings,
  pandocFigures,
  pipeTables,
  quartoReferences,
  scripts,
  spanClasses,
  tildeDefinitions,
  texBlocks,
  texCommands,
  texEnvironments,
  texFormulas,
  texLines,
  texQuotations,
  texReferences,
];
const quarto: readonly Named[] = [...pandoc, cells, inlineCells, quartoDivs, shortcodes];
const github: readonly Named[] = [backtickFormulas, emojiShortcodes, quotedCallouts];

/** Dialects of each tool. */
const byTool: Readonly<Record<DialectName, readonly Named[]>> = {
  pandoc,
  quarto,
  rmarkdown: quarto,
  myst: [
    attributeLists,
    quartoReferences,
    mystComments,
    formulaLabels,
    fieldLists,
    mystDirectives,
    mystRoles,
    mystTargets,
    fencedDivs,
    spacedFormulas,
    texBlocks,
  ],
  obsidian: [obsidian, quotedCallouts, inlineNotes, attributeLists],
  logseq: [logseq, obsidian],
  github,
  gitlab: [...github, editMarks, fencedQuotes, obsidian],
  docusaurus: [codeMarks, fencedDivs, mdx, spanClasses],
  vitepress: [...github, codeMarks, codeSnippets, fencedDivs, mdx, liquid],
  carpentries: [fencedDivs, quartoDivs, quotedBoxes, attributeLists, liquid],
  jekyll: [drawnBorders, hexo, liquid, liquidNotes, attributeLists, quotedBoxes, emojiShortcodes],
  hugo: [shortcodes, attributeLists, emojiShortcodes],
  mdbook: [mdbook, codeIncludes, codeMarks, quotedCallouts],
  mkdocs: [
    mkdocstrings,
    headingReferences,
    slashBlocks,
    mkdocs,
    codeIncludes,
    indentedBlocks,
    attributeLists,
    editMarks,
    emojiShortcodes,
    spanClasses,
  ],
};

/**
 * Reports whether a dialect applies to a text that declares its tools; without a declaration, all detected dialects
 * apply.
 */
export function isReadFor(tools: readonly DialectName[] | undefined, dialect: Named): boolean {
  return (
    tools === undefined ||
    (tools.length > 0 && everywhere.includes(dialect)) ||
    tools.some((tool) => byTool[tool].includes(dialect))
  );
}
