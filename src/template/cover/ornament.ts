/** An area to fill with tiles. */
interface Field {
  readonly x: number;
  /** The bottom of the lowest row. */
  readonly bottom: number;
  readonly tile: number;
  readonly columns: number;
  readonly rows: number;
}

/** Tile shapes: SVG paths in a unit square. */
const shapes: readonly string[] = [
  // A quarter disc in each corner.
  "M0 0H1A1 1 0 0 1 0 1Z",
  "M0 0H1V1A1 1 0 0 1 0 0Z",
  "M1 0V1H0A1 1 0 0 1 1 0Z",
  "M0 0V1H1A1 1 0 0 0 0 0Z",
  // Two leaves and a disc.
  "M0 0A1 1 0 0 1 1 1A1 1 0 0 1 0 0Z",
  "M1 0A1 1 0 0 1 0 1A1 1 0 0 1 1 0Z",
  "M.5 0A.5 .5 0 0 1 .5 1A.5 .5 0 0 1 .5 0Z",
];

/** Shares of the accent colour, from a tint to full. */
const tints: readonly number[] = [0.18, 0.4, 0.7, 1];

/**
 * Draws rows of printed shapes, as on old pattern papers. The same text always gives the same ones; two texts hardly
 * ever do.
 */
export function drawOrnament(text: string, colour: string, { x, bottom, tile, columns, rows }: Field): string {
  const pick = picker(text);
  const tiles = Array.from({ length: rows * columns }, (_, index) => {
    const left = x + (index % columns) * tile;
    const top = bottom - (rows - Math.floor(index / columns)) * tile;
    const shape = shapes[pick(shapes.length)] ?? "";
    const tint = tints[pick(tints.length)] ?? 1;
    return `<path transform="translate(${left} ${top}) scale(${tile})" fill-opacity="${tint}" d="${shape}"/>`;
  });
  return `<g fill="${colour}">${tiles.join("")}</g>`;
}

/**
 * Returns a generator of numbers below a bound that depends only on a text: FNV-1a for the seed, then xorshift32
 * (Marsaglia 2003).
 */
function picker(text: string): (bound: number) => number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  state ||= 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}
