import { type Box, boxUnder, type Matrix, transform, unite } from "./geometry.ts";

const points = new Set(["m", "l", "c", "v", "y"]);

/** Around the path that is being constructed, on the page (ISO 32000-1, 8.5.2). */
export class CurrentPath {
  box: Box | undefined;
  /** Whether what is painted after it is cut to it. */
  clips = false;

  /** Takes an operator that constructs, and leaves others. */
  take(operator: string, operands: readonly string[], matrix: Matrix): void {
    if (operator === "re") {
      const [left = 0, bottom = 0, width = 0, height = 0] = operands.map(Number);
      this.box = unite(this.box, boxUnder(matrix, { left, bottom, right: left + width, top: bottom + height }));
    } else if (points.has(operator)) {
      for (let index = 0; index + 1 < operands.length; index += 2) {
        const [x, y] = transform([Number(operands[index]), Number(operands[index + 1])], matrix);
        this.box = unite(this.box, { left: x, bottom: y, right: x, top: y });
      }
    } else if (operator === "W" || operator === "W*") this.clips = true;
  }
}
