import { type IRunOptions, SimpleField, TextRun } from "docx";
import type { Element, Root } from "hast";
import { classesOf, elementsIn } from "../../model/hast.ts";
import { textOf } from "../../model/text-of.ts";
import { visit } from "../../model/visit.ts";

/** The number of a figure, table or box in its label. */
export interface Label {
  readonly sequence: "Figure" | "Table" | "Box";
  readonly before: string;
  readonly number: string;
  readonly after: string;
  /** The id of what is numbered. */
  readonly id: string | undefined;
}

const sequences: Readonly<Record<string, Label["sequence"]>> = { figure: "Figure", table: "Table", box: "Box" };

const labelClasses = new Set(["caption-label", "box-label"]);

/** Finds the labels with numbers; those of parts have letters. */
export function labelsIn(tree: Root): Map<Element, Label> {
  const labels = new Map<Element, Label>();
  visit(tree, "element", (node) => {
    const sequence = sequences[node.data?.numbered ?? ""];
    const label = sequence && labelOf(node);
    const [, before = "", number = "", after = ""] = label ? (/^(\D*)(\d+)(\D*)$/.exec(textOf(label)) ?? []) : [];
    const { id } = node.properties;
    if (sequence && label && number !== "")
      labels.set(label, { sequence, before, number, after, id: id === undefined ? undefined : String(id) });
  });
  return labels;
}

/** What references can repeat: the text of a heading, the name and number in a label, and their bookmarks. */
export function repeatableIn(tree: Root, labels: ReadonlyMap<Element, Label>): Map<string, Repeatable> {
  const found = new Map<string, Repeatable>();
  visit(tree, "element", (node) => {
    const { id } = node.properties;
    if (/^h[1-6]$/.test(node.tagName) && id !== undefined)
      found.set(String(id), { text: plainText(node), bookmark: bookmarkName(String(id)) });
  });
  for (const { before, number, id } of labels.values())
    if (id !== undefined) found.set(id, { text: `${before}${number}`, bookmark: labelBookmark(id) });
  return found;
}

/** A text in a bookmark. */
export interface Repeatable {
  readonly text: string;
  readonly bookmark: string;
}

/** Returns text as it is compared: references keep a number on the line of its word. */
export function plainText(node: Element): string {
  return textOf(node).replaceAll("\u00A0", " ").trim();
}

function labelOf(node: Element): Element | undefined {
  return elementsIn(node)
    .flatMap(elementsIn)
    .find((child) => classesOf(child).some((name) => labelClasses.has(name)));
}

/** A field with its result, which has a format of its own (ECMA-376, 17.16.19). */
class Field extends SimpleField {
  constructor(instruction: string, result: IRunOptions) {
    super(instruction);
    this.root.push(new TextRun(result));
  }
}

/** Returns the field that counts captions of a kind (ECMA-376, 17.16.5.56, SEQ). */
export function sequenceField(
  { sequence, number }: Pick<Label, "sequence" | "number">,
  format: IRunOptions,
): SimpleField {
  return new Field(`SEQ ${sequence} \\* ARABIC`, { ...format, text: number });
}

/** Returns the field that repeats what a bookmark holds (ECMA-376, 17.16.5.51, REF). */
export function referenceField(bookmark: string, text: string, format: IRunOptions): SimpleField {
  return new Field(`REF ${bookmark} \\h`, { ...format, text });
}

/** Returns the name of the bookmark around the name and number in a label. */
export function labelBookmark(id: string): string {
  return bookmarkName(id).replace(/^o_/, "_Ref_");
}

/** Returns a bookmark name: at most 40 characters, beginning with a letter (ECMA-376, 17.13.6.2). */
export function bookmarkName(id: string): string {
  const safe = id.replaceAll(/[^\p{L}\p{N}_]/gu, "_");
  if (safe.length <= 34) return `o_${safe}`;
  let sum = 0;
  for (const sign of id) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 0xffff_ffff;
  return `o_${safe.slice(0, 26)}_${sum.toString(36)}`;
}
