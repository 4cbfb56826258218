import type { PDFPage } from "@cantoo/pdf-lib";
import { readContent, writeContent } from "../read/page-content.ts";

/** Points: how far fold marks reach from the edge, and the size and the steps of the marks on the folds. */
const reach = 20;
const mark = { width: 3, height: 14 };

/**
 * Where to fold, at the head and the foot of the outermost sheet; and where there are several signatures, a mark on the
 * fold of each, one lower than the other, so that a missing one is seen when they lie on each other. All of it is
 * decoration (ISO 32000-1, 14.8.2.2).
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
