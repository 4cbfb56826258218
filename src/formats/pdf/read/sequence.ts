import { type PDFDict, PDFHexString, PDFString } from "@cantoo/pdf-lib";
import type { Operation } from "./content-stream.ts";
import type { Box } from "./geometry.ts";
import { isString, readLiteral } from "./literal.ts";
import { decodeName } from "./operands.ts";
import { numberOf, textOf } from "./objects.ts";

/** A marked-content sequence (ISO 32000-1, 14.6). */
export interface Sequence {
  readonly tag: string;
  readonly mcid: number | undefined;
  /** The language in its property list. */
  readonly language: string | undefined;
  /** Its replacement text (14.9.4). */
  readonly actual: string | undefined;
  readonly parent: Sequence | undefined;
  /** The innermost numbered sequence among it and its ancestors. */
  readonly owner: Sequence | undefined;
  /** The innermost sequence with replacement text among it and its ancestors. */
  readonly replaced: Sequence | undefined;
  /** The position, in the page's own stream, of the operator that begins it; `undefined` in a form. */
  readonly begin: Pick<Operation, "start" | "end"> | undefined;
  /** Its text in Unicode, or its replacement text, including nested sequences. */
  text: string;
  /** Whether `actual` has been added to the text. */
  isSaid: boolean;
  /** The most meaningful content that it paints itself. */
  shows: "nothing" | "drawings" | "words or pictures";
  /** Whether it is to become an artifact, whatever its operator says. */
  isArtifact: boolean;
  /**
   * The bounding box of what is painted in it, outside nested numbered sequences, in points from the page's lower left
   * corner.
   */
  box: Box | undefined;
}

/** Opens a sequence for `/P <</MCID 3>> BDC`, or for a named property list in the resources. */
export function openSequence(
  { operands, start, end }: Operation,
  propertiesNamed: (name: string) => PDFDict | undefined,
  parent: Sequence | undefined,
  isOwn: boolean,
): Sequence {
  const [tag = "", first, ...rest] = operands;
  const named = first?.startsWith("/") ? propertiesNamed(decodeName(first)) : undefined;
  const inline = first === "<<" ? rest : [];
  const after = (key: string): string | undefined =>
    inline.includes(key) ? inline[inline.indexOf(key) + 1] : undefined;
  const mcid = after("/MCID");
  const language = after("/Lang");
  const sequence: Writable<Sequence> = {
    tag: decodeName(tag),
    mcid: mcid === undefined ? numberOf(named, "MCID") : Number(mcid),
    language: language === undefined ? textOf(named, "Lang") : readLiteral(language),
    actual: decodeText(after("/ActualText")) ?? textOf(named, "ActualText"),
    parent,
    owner: parent?.owner,
    replaced: parent?.replaced,
    begin: isOwn ? { start, end } : undefined,
    text: "",
    isSaid: false,
    shows: "nothing",
    isArtifact: false,
    box: undefined,
  };
  if (sequence.mcid !== undefined) sequence.owner = sequence;
  if (sequence.actual !== undefined) sequence.replaced = sequence;
  return sequence;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Decodes a text string token (7.9.2.2) of a content stream. */
function decodeText(token: string | undefined): string | undefined {
  if (token === undefined || !isString(token)) return undefined;
  const string = token.startsWith("<") ? PDFHexString.of(token.slice(1, -1)) : PDFString.of(token.slice(1, -1));
  return string.decodeText();
}
