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
  /** What its properties say of its language. */
  readonly language: string | undefined;
  /** What stands for everything that is shown in it (14.9.4). */
  readonly actual: string | undefined;
  readonly parent: Sequence | undefined;
  /** The innermost of it and those around it that has a number. */
  readonly owner: Sequence | undefined;
  /** The innermost of it and those around it that something stands for. */
  readonly replaced: Sequence | undefined;
  /** Where in the page's own stream the operator stands that begins it; nothing where it is in a form. */
  readonly begin: Pick<Operation, "start" | "end"> | undefined;
  /** What is shown in it as Unicode, or what stands for that; that of sequences in it too. */
  text: string;
  /** Whether `actual` has been taken into the text. */
  isSaid: boolean;
  /** The most that it shows itself. */
  shows: "nothing" | "drawings" | "words or pictures";
  /** Whether it is to be an artifact, whatever its operator says. */
  isArtifact: boolean;
  /** Around what is painted in it and in no numbered sequence within it, in points from the page's lower left corner. */
  box: Box | undefined;
}

/** `/P <</MCID 3>> BDC`, or the name of a property list among the resources. */
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

/** A text string (7.9.2.2) as it stands in a content stream. */
function decodeText(token: string | undefined): string | undefined {
  if (token === undefined || !isString(token)) return undefined;
  const string = token.startsWith("<") ? PDFHexString.of(token.slice(1, -1)) : PDFString.of(token.slice(1, -1));
  return string.decodeText();
}
