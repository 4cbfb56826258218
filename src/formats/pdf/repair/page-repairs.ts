import type { Repair } from "./repair.ts";
import { drawMissingGlyphs } from "./draw-missing-glyphs.ts";
import { markArtifacts } from "./mark-artifacts.ts";
import { nameGlyphs } from "./name-glyphs.ts";

/** Repairs of page content, in order. */
export const pageRepairs: readonly Repair[] = [
  {
    name: "name-glyphs",
    needs: [],
    why: "Shapes that letters take beside others mean nothing, or U+0000.",
    run: nameGlyphs,
  },
  {
    name: "draw-missing-glyphs",
    needs: [],
    why: "Characters that no font has are shown with a glyph that no archive takes.",
    run: drawMissingGlyphs,
  },
  {
    name: "mark-artifacts",
    needs: ["draw-missing-glyphs"],
    why: "Rules and grounds are neither text nor marked as decoration; the boxes for missing glyphs are a part of what they stand in.",
    run: markArtifacts,
  },
];
