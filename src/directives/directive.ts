import type { Node, PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";
import type { z } from "zod";
import type { Fact, Facts } from "../config/facts-file.ts";
import type { Report } from "../diagnostics/report.ts";
import type { Messages } from "../i18n/messages.ts";

/** Attributes of a directive, each with a schema that has a description, and accepts `undefined` if absent. */
export type AttributeShape = Readonly<Record<string, z.ZodType>>;

/** What `:::name`, `::name` or `:name` becomes. Forms that it does not define are unknown directives. */
export interface Directive<Shape extends AttributeShape = AttributeShape> {
  readonly name: string;
  /** Its own attributes, besides those that any element can have. */
  readonly attributes: Shape;
  /** Whether it accepts those; defaults to true. */
  readonly carries?: boolean;
  /** Example source, for the guide. */
  readonly example: string;
  /** What it becomes, one sentence for the guide. */
  readonly description: string;
  container?(node: ContainerDirective, use: DirectiveUse<Shape>): RootContent[];
  leaf?(node: LeafDirective, use: DirectiveUse<Shape>): RootContent[];
  text?(node: TextDirective, use: DirectiveUse<Shape>): PhrasingContent[];
}

/** Parsed attributes of a directive. */
export interface ReadAttributes<Shape extends AttributeShape = AttributeShape> {
  readonly attributes: { readonly [Key in keyof Shape]: z.output<Shape[Key]> };
  /** Names of attributes with invalid values, which have been reported. */
  readonly invalid: ReadonlySet<string>;
  /** Common attributes, as properties of the element. */
  readonly properties: Properties;
}

/** What a directive works with. */
export interface DirectiveUse<Shape extends AttributeShape = AttributeShape>
  extends ReadAttributes<Shape>, DirectiveContext {}

/** Common data of all directives of an article. */
export interface DirectiveContext {
  readonly words: Messages;
  readonly facts: FactPrinter;
  readonly report: Report;
}

export type Properties = Readonly<Record<string, string | readonly string[]>>;

/** Writes facts in a text. */
export interface FactPrinter {
  readonly known: Facts;
  /** Returns parts of a fact for a place in the text: its value, with unit, and a note with its source. */
  print(fact: Fact, parts: FactParts, place: Node): PhrasingContent[];
}

export interface FactParts {
  readonly value: boolean;
  readonly unit: boolean;
  readonly note: boolean;
}

/** Types a directive's attributes. */
export function directive<Shape extends AttributeShape>(definition: Directive<Shape>): Directive<Shape> {
  return definition;
}
