import type { Repair } from "./repair.ts";
import { drawMissingGlyphs } from "./draw-missing-glyphs.ts";
import { markArtifacts } from "./mark-artifacts.ts";
import { nameGlyphs } from "./name-glyphs.ts";

/** Repairs of page content, in order. */
export const pageRepairs: readonly Repair[] = [
  { name: "name-glyphs", why: "Contextual glyph forms map to nothing, or to U+0000.", run: nameGlyphs },
  {
    name: "draw-missing-glyphs",
    why: "PDF/A and PDF/UA forbid the glyph for missing characters.",
    run: drawMissingGlyphs,
  },
  {
    name: "mark-artifacts",
    needs: ["draw-missing-glyphs"],
    why: "Rules and backgrounds are neither tagged nor artifacts; boxes for missing glyphs belong to their element.",
    run: markArtifacts,
  },
];
