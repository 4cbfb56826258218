import type { PDFDict } from "@cantoo/pdf-lib";
import { type Operation, readOperations } from "./content-stream.ts";
import { type Font, readFont } from "./font.ts";
import { isString, readLiteral } from "./literal.ts";
import { asDict, dictOf, get, latin1, nameOf, numberOf, textOf } from "./objects.ts";

/** A marked-content sequence (ISO 32000-1, 14.6). */
export interface Sequence {
  readonly tag: string;
  readonly mcid: number | undefined;
  /** What its properties say of its language. */
  readonly language: string | undefined;
  readonly parent: Sequence | undefined;
  /** What is shown in it as Unicode, that of sequences in it too. */
  text: string;
}

/** What a page shows, the forms that it paints included. */
export interface Painted {
  readonly sequences: readonly Sequence[];
  /** Each font with the codes of it that are shown, by its dictionary. */
  readonly shown: ReadonlyMap<PDFDict, Shown>;
  /** Those of the page, then those of the forms. */
  readonly operations: readonly Operation[];
  /** Those of the page alone. */
  readonly own: readonly Operation[];
  /** How deep `q` and `Q` are nested. */
  readonly depth: number;
  /** Form XObjects, one entry for each time one is painted. */
  readonly forms: readonly PDFDict[];
}

export interface Shown {
  readonly font: Font;
  readonly codes: Set<number>;
}

interface Reading {
  readonly sequences: Sequence[];
  readonly shown: Map<PDFDict, Shown>;
  readonly operations: Operation[];
  readonly forms: PDFDict[];
  depth: number;
}

/** Go through a page's content (ISO 32000-1, 7.8.2). Fonts are read once for the file: `fonts` remembers them. */
export function readPainted(content: string, resources: PDFDict | undefined, fonts: Map<PDFDict, Font>): Painted {
  const reading: Reading = { sequences: [], shown: new Map(), operations: [], forms: [], depth: 0 };
  const own = readOperations(content);
  read(own, resources, undefined, reading, fonts, 0);
  return { ...reading, own };
}

function read(
  operations: readonly Operation[],
  resources: PDFDict | undefined,
  outer: Sequence | undefined,
  reading: Reading,
  fonts: Map<PDFDict, Font>,
  level: number,
): void {
  let sequence = outer;
  let font: Font | undefined;
  let depth = 0;
  const kept: (Font | undefined)[] = [];
  const resource = (kind: string, name: string | undefined): PDFDict | undefined =>
    name === undefined ? undefined : dictOf(dictOf(resources, kind), decodeName(name));
  for (const operation of operations) {
    const { operator, operands } = operation;
    reading.operations.push(operation);
    if (operator === "BDC" || operator === "BMC") {
      sequence = open(operation, (name) => resource("Properties", name), sequence);
      reading.sequences.push(sequence);
    } else if (operator === "EMC") sequence = sequence === outer ? outer : sequence?.parent;
    else if (operator === "q") {
      kept.push(font);
      depth += 1;
      reading.depth = Math.max(reading.depth, depth);
    } else if (operator === "Q") {
      font = kept.pop();
      depth -= 1;
    } else if (operator === "Tf") {
      const dict = resource("Font", operands[0]);
      font = dict && (fonts.get(dict) ?? readFont(dict));
      if (dict && font) fonts.set(dict, font);
    } else if (font && ["Tj", "TJ", "'", '"'].includes(operator)) show(operands, font, sequence, reading);
    else if (operator === "Do") {
      const form = get(dictOf(resources, "XObject"), decodeName(operands[0] ?? ""));
      const dict = asDict(form);
      if (!dict || nameOf(dict, "Subtype") !== "Form" || level > 8) continue;
      reading.forms.push(dict);
      read(readOperations(latin1(form)), dictOf(dict, "Resources") ?? resources, sequence, reading, fonts, level + 1);
    }
  }
}

function show(operands: readonly string[], font: Font, sequence: Sequence | undefined, reading: Reading): void {
  const codes = operands.filter(isString).flatMap((token) => font.codesOf(readLiteral(token)));
  const shown = reading.shown.get(font.dict) ?? { font, codes: new Set() };
  reading.shown.set(font.dict, shown);
  for (const code of codes) shown.codes.add(code);
  const text = codes.map((code) => font.unicode?.get(code) ?? "").join("");
  for (let around = sequence; around; around = around.parent) around.text += text;
}

/** `/P <</MCID 3>> BDC`, or the name of a property list among the resources. */
function open(
  { operands }: Operation,
  propertiesNamed: (name: string | undefined) => PDFDict | undefined,
  parent: Sequence | undefined,
): Sequence {
  const [tag = "", ...rest] = operands;
  const named = rest[0]?.startsWith("/") ? propertiesNamed(rest[0]) : undefined;
  const after = (key: string): string | undefined => rest[rest.indexOf(key) + 1];
  const inline = rest[0] === "<<";
  const mcid = inline && rest.includes("/MCID") ? Number(after("/MCID")) : numberOf(named, "MCID");
  const language = inline && rest.includes("/Lang") ? readLiteral(after("/Lang") ?? "") : textOf(named, "Lang");
  return { tag: decodeName(tag), mcid, language, parent, text: "" };
}

/** `/A#20b` as "A b" (ISO 32000-1, 7.3.5). */
function decodeName(token: string): string {
  return token
    .slice(1)
    .replaceAll(/#([\dA-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
