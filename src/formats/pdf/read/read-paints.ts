import type { PDFDict } from "@cantoo/pdf-lib";
import { readOperations } from "./content-stream.ts";
import {
  type Box,
  boxAround,
  corners,
  identity,
  intersect,
  type Matrix,
  multiply,
  type Point,
  transform,
} from "./geometry.ts";
import {
  hexIn,
  outlineOf,
  pairsIn,
  type Properties,
  readFont,
  readMatrix,
  readNumbers,
  readProperties,
  type Replacement,
} from "./operands.ts";

/** One thing that a content stream paints. */
export interface Paint {
  readonly kind: "text" | "image" | "path";
  /** Index of the first character of its first operand, and behind its last. */
  readonly start: number;
  readonly end: number;
  /** The number of the marked content that it belongs to, unless it belongs to none. */
  readonly mark: number | undefined;
  /** In points, from the lower left corner of the page; nothing where it is cut away. */
  readonly box: Box | undefined;
  /** Of text: the name of its font in the resources, its bytes in hexadecimal, and the text that stands for it. */
  readonly font?: string;
  readonly codes?: string;
  readonly actual?: Replacement;
  /** Of text: about where its first letter stands, corner by corner, in the coordinates that hold there. */
  readonly letter?: readonly Point[];
}

/** The part of the graphics state that says where things are (ISO 32000-1, 8.4). */
interface State {
  readonly matrix: Matrix;
  readonly clip: Box | undefined;
  readonly font: string;
  readonly size: number;
}

/** A page as far as it has been read. */
interface Reading {
  readonly resources: PDFDict | undefined;
  state: State;
  readonly states: State[];
  /** Marked content that has begun and not ended. */
  readonly open: Properties[];
  /** Of the line of text. */
  line: Matrix;
  /** On the page. */
  path: Point[];
  /** Whether what is painted next is cut to the path. */
  clips: boolean;
}

type Painted = Pick<Paint, "kind" | "font" | "codes" | "letter"> & { readonly points: readonly Point[] };

/** What an operator, given what stands before it, changes, and what it paints. */
type Read = (reading: Reading, operands: string) => Painted | undefined | void;

/** How far above and below its line a letter goes, and how wide it is, in parts of its size: enough for a box. */
const [ascent, descent, width] = [0.8, 0.2, 0.6];

const begin: Read = ({ open }, operands) => void open.push(readProperties(operands));
const cut: Read = (reading) => void (reading.clips = true);
const addPoints: Read = (reading, operands) => void reading.path.push(...onPage(reading, pairsIn(operands)));

const showText: Read = (reading, operands) => {
  const { font, size } = reading.state;
  const box = { left: 0, bottom: -descent * size, right: width * size, top: ascent * size };
  const letter = corners(box).map((point) => transform(point, reading.line));
  return { kind: "text", points: onPage(reading, letter), font, codes: hexIn(operands), letter };
};

const endPath: Read = (reading) => {
  const points = reading.path;
  if (reading.clips) reading.state = { ...reading.state, clip: intersect(boxAround(points), reading.state.clip) };
  [reading.path, reading.clips] = [[], false];
};

const paintPath: Read = (reading, operands) => {
  const points = reading.path;
  endPath(reading, operands);
  return { kind: "path", points };
};

const operators: Readonly<Record<string, Read>> = {
  q: ({ states, state }) => void states.push(state),
  Q: (reading) => void (reading.state = reading.states.pop() ?? reading.state),
  cm: (reading, operands) => {
    reading.state = { ...reading.state, matrix: multiply(readMatrix(operands), reading.state.matrix) };
  },
  BDC: begin,
  BMC: begin,
  EMC: ({ open }) => void open.pop(),
  BT: (reading) => void (reading.line = identity),
  Tf: (reading, operands) => void (reading.state = { ...reading.state, ...readFont(operands) }),
  Tm: (reading, operands) => void (reading.line = readMatrix(operands)),
  Td: (reading, operands) => {
    const [x = 0, y = 0] = readNumbers(operands);
    reading.line = multiply([1, 0, 0, 1, x, y], reading.line);
  },
  Tj: showText,
  TJ: showText,
  m: addPoints,
  l: addPoints,
  c: addPoints,
  v: addPoints,
  y: addPoints,
  re: (reading, operands) => {
    const [left = 0, bottom = 0, across = 0, up = 0] = readNumbers(operands);
    reading.path.push(...onPage(reading, corners({ left, bottom, right: left + across, top: bottom + up })));
  },
  W: cut,
  "W*": cut,
  n: endPath,
  ...Object.fromEntries(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"].map((name) => [name, paintPath])),
  sh: ({ state }) => ({ kind: "path", points: state.clip ? corners(state.clip) : [] }),
  Do: (reading, operands) => ({ kind: "image", points: onPage(reading, outlineOf(operands, reading.resources)) }),
};

/** Everything that a page paints, in its order; `resources` tell how large what it draws from elsewhere is. */
export function readPaints(stream: string, resources: PDFDict | undefined, page: Box): Paint[] {
  const state: State = { matrix: identity, clip: page, font: "", size: 0 };
  const reading: Reading = { resources, state, states: [], open: [], line: identity, path: [], clips: false };
  return readOperations(stream).flatMap(({ operator, start, end }): Paint[] => {
    const { clip } = reading.state;
    const painted = operators[operator]?.(reading, stream.slice(start, end - operator.length));
    if (!painted) return [];
    const { points, ...more } = painted;
    const mark = reading.open.findLast((one) => one.mark !== undefined)?.mark;
    const actual = reading.open.findLast((one) => one.actual !== undefined)?.actual;
    return [{ start, end, mark, box: intersect(boxAround(points), clip), ...more, ...(actual && { actual }) }];
  });
}

function onPage({ state }: Reading, points: readonly Point[]): Point[] {
  return points.map((point) => transform(point, state.matrix));
}
