import { type Box, boxUnder, type Matrix, transform, unite } from "./geometry.ts";

const points = new Set(["m", "l", "c", "v", "y"]);

/** The bounding box, on the page, of the path under construction (ISO 32000-1, 8.5.2). */
export class CurrentPath {
  box: Box | undefined;
  /** Whether the path clips what is painted after it. */
  clips = false;

  /** Processes path construction operators and ignores all others. */
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
