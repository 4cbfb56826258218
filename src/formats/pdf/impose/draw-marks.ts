import type { PDFPage } from "@cantoo/pdf-lib";
import { readContent, writeContent } from "../read/page-content.ts";

/** Points: the length of fold marks from the edge, and the size and step of the collation marks. */
const reach = 20;
const mark = { width: 3, height: 14 };

/**
 * Draws fold marks at the head and foot of each signature's outermost sheet. With several signatures, adds a collation
 * mark to each fold, one below the other, so that a missing signature shows in the stack. All marks are artifacts (ISO
 * 32000-1, 14.8.2.2).
 */
export function drawMarks(side: PDFPage, signature: number, signatures: number): void {
  const { width, height } = side.getSize();
  const fold = width / 2;
  const lines = [`${fold} 0 m ${fold} ${reach} l`, `${fold} ${height} m ${fold} ${height - reach} l`];
  const top = height * 0.75 - signature * mark.height;
  const step = `0.3 g ${fold - mark.width / 2} ${top} ${mark.width} ${mark.height} re f`;
  const content = `q 0.5 w 0.5 G ${lines.join(" ")} S ${signatures > 1 ? step : ""} Q`;
  writeContent(side, `${readContent(side)}\n/Artifact <</Type /Layout>> BDC\n${content}\nEMC`);
}
