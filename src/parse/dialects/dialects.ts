import type { BlockDialect } from "./block.ts";
import type { Dialect } from "./dialect.ts";
import { fencedDivs } from "./fenced-divs.ts";
import { backtickFormulas, emojiShortcodes } from "./github.ts";
import { lineBlocks } from "./line-blocks.ts";
import { myst } from "./myst.ts";
import { obsidian } from "./obsidian.ts";
import { liquid } from "./sites/liquid.ts";
import { shortcodes } from "./sites/shortcodes.ts";
import { dashedTables } from "./tables/dashed-table.ts";
import { gridTables } from "./tables/grid-table.ts";
import { pipeTables } from "./tables/pipe-table.ts";
import { contentsMarks, pageBreaks } from "./toc-and-breaks.ts";

/** Dialects that are read line for line, in the order in which they read. Adding one is a file and a line here. */
export const lineDialects: readonly Dialect[] = [
  contentsMarks,
  pageBreaks,
  shortcodes,
  liquid,
  myst,
  fencedDivs,
  backtickFormulas,
  emojiShortcodes,
  obsidian,
];

/** Dialects whose blocks are built as trees; the first that knows a block has it. */
export const blockDialects: readonly BlockDialect[] = [gridTables, dashedTables, pipeTables, lineBlocks];
