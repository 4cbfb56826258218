import type { PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import type { z } from "zod";
import type { Fact, Facts } from "../config/facts-file.ts";
import type { Report } from "../diagnostics/report.ts";
import type { Messages } from "../i18n/messages.ts";

/** The attributes of a directive, each with its schema: it has a description, and takes `undefined` for none. */
export type AttributeShape = Readonly<Record<string, z.ZodType>>;

/** What `:::name`, `::name` or `:name` becomes. A form that it does not have is not known by this name. */
export interface Directive<Shape extends AttributeShape = AttributeShape> {
  readonly name: string;
  /** Its own, beside those that any element can carry to the reader. */
  readonly attributes: Shape;
  /** Whether it carries those; it does unless told otherwise. */
  readonly carries?: boolean;
  /** As it is written, for the guide. */
  readonly example: string;
  /** What it becomes, a sentence for the guide. */
  readonly description: string;
  container?(node: ContainerDirective, use: DirectiveUse<Shape>): RootContent[];
  leaf?(node: LeafDirective, use: DirectiveUse<Shape>): RootContent[];
  text?(node: TextDirective, use: DirectiveUse<Shape>): PhrasingContent[];
}

/** The attributes of a directive as they were read. */
export interface ReadAttributes<Shape extends AttributeShape = AttributeShape> {
  readonly attributes: { readonly [Key in keyof Shape]: z.output<Shape[Key]> };
  /** The names of attributes whose value was none; a diagnostic has said so. */
  readonly invalid: ReadonlySet<string>;
  /** The attributes that reach the reader, as properties of an element. */
  readonly properties: Properties;
}

/** What a directive has to work with. */
export interface DirectiveUse<Shape extends AttributeShape = AttributeShape>
  extends ReadAttributes<Shape>, DirectiveContext {}

/** What all directives of an article have in common. */
export interface DirectiveContext {
  readonly words: Messages;
  readonly facts: FactPrinter;
  readonly report: Report;
}

export type Properties = Readonly<Record<string, string | readonly string[]>>;

/** Facts as a text says them. */
export interface FactPrinter {
  readonly known: Facts;
  /** Parts of a fact: its value, with its unit, and a note with its source. */
  print(fact: Fact, parts: FactParts): PhrasingContent[];
}

export interface FactParts {
  readonly value: boolean;
  readonly unit: boolean;
  readonly note: boolean;
}

/** A directive with the types of its attributes. */
export function directive<Shape extends AttributeShape>(given: Directive<Shape>): Directive<Shape> {
  return given;
}
