/** Position of a grid cell: the lines and columns of its borders. */
export interface GridCell {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

type Grid = readonly (readonly string[])[];

const horizontal = new Set(["-", "=", ":", "+"]);

/**
 * Finds the cells of a table drawn in characters, as docutils does
 * (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables): from each corner right, down, left
 * and up. Returns none where the drawing is incomplete.
 */
export function findCells(grid: Grid): GridCell[] {
  const height = grid.length - 1;
  const width = (grid[0]?.length ?? 0) - 1;
  const done = Array.from({ length: width + 1 }, () => -1);
  const cells: GridCell[] = [];
  const corners: [number, number][] = [[0, 0]];
  for (let corner = corners.shift(); corner; corner = corners.shift()) {
    const [top, left] = corner;
    if (top >= height || left >= width || top <= (done[left] ?? -1)) continue;
    const cell = scanCell(grid, top, left);
    if (!cell) continue;
    for (let column = left; column < cell.right; column += 1) done[column] = cell.bottom - 1;
    cells.push(cell);
    corners.push([top, cell.right], [cell.bottom, left]);
    corners.sort(([a, b], [c, d]) => a - c || b - d);
  }
  return done.slice(0, width).every((line) => line === height - 1) ? cells : [];
}

function scanCell(grid: Grid, top: number, left: number): GridCell | undefined {
  const width = grid[0]?.length ?? 0;
  if (grid[top]?.[left] !== "+") return undefined;
  for (let right = left + 1; right < width; right += 1) {
    const mark = grid[top]?.[right];
    if (mark === "+") {
      const bottom = scanDown(grid, top, left, right);
      if (bottom !== undefined) return { top, left, bottom, right };
    } else if (mark === undefined || !horizontal.has(mark)) return undefined;
  }
  return undefined;
}

function scanDown(grid: Grid, top: number, left: number, right: number): number | undefined {
  for (let bottom = top + 1; bottom < grid.length; bottom += 1) {
    const mark = grid[bottom]?.[right];
    if (mark === "+") {
      if (isClosed(grid, top, left, bottom, right)) return bottom;
    } else if (mark !== "|") return undefined;
  }
  return undefined;
}

function isClosed(grid: Grid, top: number, left: number, bottom: number, right: number): boolean {
  if (grid[bottom]?.[left] !== "+") return false;
  const below = grid[bottom]?.slice(left + 1, right) ?? [];
  const beside = grid.slice(top + 1, bottom).map((line) => line[left]);
  return below.every((mark) => horizontal.has(mark)) && beside.every((mark) => mark === "|" || mark === "+");
}
