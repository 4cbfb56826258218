import type { PDFDict } from "@cantoo/pdf-lib";
import { forEachOperation, type Operation } from "./content-stream.ts";
import { CurrentPath } from "./current-path.ts";
import { type Font, readFont } from "./font.ts";
import { type Box, boxUnder, identity, intersect, isWithin, type Matrix, multiply, unite } from "./geometry.ts";
import { isString } from "./literal.ts";
import { asDict, dictOf, latin1, nameOf } from "./objects.ts";
import { decodeName, matrixFrom, objectNamed, outlineOf } from "./operands.ts";
import { openSequence, type Sequence } from "./sequence.ts";
import { ShownText } from "./shown-text.ts";
import { UnmarkedRuns } from "./unmarked-runs.ts";
import { Vocabulary } from "./vocabulary.ts";

/** The part of the graphics state that determines positions and the font (ISO 32000-1, 8.4). */
interface State {
  readonly matrix: Matrix;
  readonly clip: Box | undefined;
  readonly font: Font | undefined;
  readonly size: number;
}

/** The file's fonts, each read once, by dictionary. */
export type Fonts = Map<PDFDict, Font>;

const pathPainters = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"]);

/** Approximate box of a letter relative to its origin, in fractions of the font size. */
const letter = { left: 0, bottom: -0.2, right: 0.6, top: 0.8 };

/** The deepest nesting of forms that is read. */
const deepest = 8;

/**
 * Reads a page's content and the forms that it paints in a single pass, and collects what all checks and repairs need.
 */
export class PageReader {
  readonly sequences: Sequence[] = [];
  readonly unmarked = new UnmarkedRuns();
  readonly shown: ShownText;
  readonly vocabulary = new Vocabulary();
  /** Form XObjects, one entry per painting. */
  readonly forms: PDFDict[] = [];
  /** The nesting depth of `q` and `Q`. */
  depth = 0;
  readonly #fonts: Fonts;
  #resources: PDFDict | undefined;
  /** The number of enclosing forms. */
  #level = 0;
  #sequence: Sequence | undefined;
  #state: State;
  #states: State[] = [];
  /** The text line matrix. */
  #line: Matrix = identity;
  #path = new CurrentPath();

  constructor(resources: PDFDict | undefined, page: Box | undefined, fonts: Fonts) {
    this.#resources = resources;
    this.#fonts = fonts;
    this.#state = { matrix: identity, clip: page, font: undefined, size: 0 };
    this.shown = new ShownText();
  }

  read(stream: string): void {
    forEachOperation(stream, (operation) => {
      this.#take(operation);
      this.vocabulary.take(operation);
      if (this.#level === 0) this.unmarked.take(operation);
    });
  }

  #take(operation: Operation): void {
    const { operator, operands } = operation;
    switch (operator) {
      case "Tj":
      case "TJ":
      case "'":
      case '"':
        return this.#showText(operation);
      case "Td": {
        const [a, b, c, d, e, f] = this.#line;
        const [x, y] = [Number(operands[0]), Number(operands[1])];
        this.#line = [a, b, c, d, x * a + y * c + e, x * b + y * d + f];
        return;
      }
      case "BT":
        this.#line = identity;
        return;
      case "ET":
        return this.shown.endText(operation.end);
      case "Tm":
        this.#line = matrixFrom(operands);
        return;
      case "Tf":
        this.#state = { ...this.#state, font: this.#fontNamed(operands[0] ?? ""), size: Number(operands[1]) };
        return;
      case "BDC":
      case "BMC":
        return this.#open(operation);
      case "EMC":
        this.#sequence = this.#sequence?.parent;
        return;
      case "q":
        this.#states.push(this.#state);
        this.depth = Math.max(this.depth, this.#states.length);
        return;
      case "Q":
        this.#state = this.#states.pop() ?? this.#state;
        return;
      case "cm":
        this.#state = { ...this.#state, matrix: multiply(matrixFrom(operands), this.#state.matrix) };
        return;
      case "Do":
        return this.#paintObject(operands[0] ?? "");
      case "sh":
        return this.#paint(this.#state.clip, true);
      default:
        return this.#takePath(operator, operands);
    }
  }

  #takePath(operator: string, operands: readonly string[]): void {
    if (operator === "n") this.#endPath();
    else if (pathPainters.has(operator)) this.#paint(this.#endPath(), true);
    else this.#path.take(operator, operands, this.#state.matrix);
  }

  #endPath(): Box | undefined {
    const { box, clips } = this.#path;
    if (clips) this.#state = { ...this.#state, clip: intersect(box, this.#state.clip) };
    this.#path = new CurrentPath();
    return box;
  }

  /** Records what is painted in a box on the page; content of forms counts as painted where the form is. */
  #paint(box: Box | undefined, isDrawing: boolean): void {
    if (this.#level > 0) return;
    const owner = this.#sequence?.owner;
    if (!owner) return;
    if (!isDrawing) owner.shows = "words or pictures";
    else if (owner.shows === "nothing") owner.shows = "drawings";
    if (!isWithin(box, owner.box)) owner.box = unite(owner.box, intersect(box, this.#state.clip));
  }

  #showText(operation: Operation): void {
    const { font, clip } = this.#state;
    if (this.#level === 0 && clip) this.#measureText(clip);
    if (!font) return;
    const { operands } = operation;
    const codes =
      operands.length === 1 ? font.codesIn(operands[0] ?? "") : operands.filter(isString).flatMap(font.codesIn);
    this.shown.show(font, codes, this.#sequence);
    if (this.#level > 0 || !font.descendant || !codes.includes(0)) return;
    this.shown.addMissing(codes, operation, this.#line, this.#textBox(), this.#sequence);
  }

  #textBox(): Box {
    const { size } = this.#state;
    const { left, bottom, right, top } = letter;
    return { left, bottom: bottom * size, right: right * size, top: top * size };
  }

  #measureText(clip: Box): void {
    const box = boxUnder(multiply(this.#line, this.#state.matrix), this.#textBox());
    this.#paint(box, false);
    if (!this.unmarked.isMarked) this.unmarked.show(intersect(box, clip));
  }

  #open(operation: Operation): void {
    const propertiesNamed = (name: string): PDFDict | undefined => dictOf(dictOf(this.#resources, "Properties"), name);
    this.#sequence = openSequence(operation, propertiesNamed, this.#sequence, this.#level === 0);
    this.sequences.push(this.#sequence);
  }

  #fontNamed(token: string): Font | undefined {
    const dict = dictOf(dictOf(this.#resources, "Font"), decodeName(token));
    if (!dict) return undefined;
    const font = this.#fonts.get(dict) ?? readFont(dict);
    this.#fonts.set(dict, font);
    return font;
  }

  #paintObject(name: string): void {
    const object = objectNamed(this.#resources, name);
    const dict = asDict(object);
    this.#paint(boxUnder(this.#state.matrix, outlineOf(dict)), false);
    if (!dict || nameOf(dict, "Subtype") !== "Form" || this.#level > deepest) return;
    this.forms.push(dict);
    const outer = [this.#resources, this.#sequence, this.#state, this.#states, this.#line] as const;
    this.#resources = dictOf(dict, "Resources") ?? this.#resources;
    this.#states = [];
    this.#level += 1;
    this.read(latin1(object));
    this.#level -= 1;
    [this.#resources, this.#sequence, this.#state, this.#states, this.#line] = outer;
  }
}
