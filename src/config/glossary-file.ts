import { z } from "zod";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourcePoint } from "../model/diagnostic.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import * as field from "./fields.ts";
import { readYaml } from "./read-yaml.ts";

const entry = z
  .strictObject({
    term: field.text.describe("The term as printed in the glossary."),
    expansion: field.text.optional().describe("The expansion, if it is an abbreviation."),
    definition: field.text.optional().describe("The definition, in one or two sentences."),
    forms: z
      .union([z.array(field.text), z.record(field.text, field.text)])
      .optional()
      .describe("Other forms of the word; forms of an abbreviation can have an expansion of their own."),
  })
  .refine(({ expansion, definition }) => (expansion ?? definition) !== undefined, {
    message: "needs a definition, an expansion or both.",
  });

/** `glossary.yaml`: terms in any order. */
export const glossaryFile = z.array(entry);

/** An entry of a glossary. */
export interface GlossaryTerm {
  readonly term: string;
  readonly expansion?: string | undefined;
  readonly definition?: string | undefined;
  /** Every form of the term, including the term itself, with its expansion if it is an abbreviation. */
  readonly forms: ReadonlyMap<string, string | undefined>;
  /** The containing file, as shown to the user. */
  readonly file: string;
  readonly position: { readonly start: SourcePoint };
}

export interface Glossary {
  /** BCP 47. */
  readonly language: string;
  readonly terms: readonly GlossaryTerm[];
}

/** Reads a `glossary.yaml`, if there is one. Reports schema issues, and words that belong to two terms. */
export function readGlossary(source: SourceFile | undefined, language: string): Outcome<Glossary | undefined> {
  if (!source) return succeed(undefined);
  const file = source.shown;
  const read = readYaml(source.text, glossaryFile, { file, rule: "glossaryShape" });
  if (!read.ok) return read;
  const places = placesOf(source.text);
  const terms = read.value.map(({ forms, ...rest }, index): GlossaryTerm => {
    const start = places.length === read.value.length ? places[index] : undefined;
    return {
      ...rest,
      file,
      forms: formsOf(rest.term, rest.expansion, forms),
      position: { start: start ?? { line: 1, column: 1 } },
    };
  });
  const taken = new Set<string>();
  const owners = new Map<string, GlossaryTerm>();
  for (const term of terms) for (const form of term.forms.keys()) if (!owners.has(form)) owners.set(form, term);
  const diagnostics = terms.flatMap(({ forms, position }) =>
    [...forms.keys()].flatMap((form) => {
      const isTaken = taken.has(form);
      taken.add(form);
      const message = `"${form}" belongs to a term above already.`;
      return isTaken
        ? [diagnostic("glossaryShape", message, "Each word has one place in a glossary.", { file, position })]
        : [];
    }),
  );
  const remaining = terms.flatMap((term) => {
    const forms = new Map([...term.forms].filter(([form]) => owners.get(form) === term));
    return forms.has(term.term) ? [{ ...term, forms }] : [];
  });
  return succeed({ language, terms: remaining }, [...read.diagnostics, ...diagnostics]);
}

/** Joins a publication's terms with those shared by its project; the publication's take precedence. */
export function joinGlossaries(own: Glossary | undefined, shared: Glossary | undefined): Glossary | undefined {
  if (!own || !shared) return own ?? shared;
  const taken = new Set(own.terms.flatMap(({ forms }) => [...forms.keys()]));
  const more = shared.terms.flatMap((term) => {
    const forms = new Map([...term.forms].filter(([form]) => !taken.has(form)));
    return taken.has(term.term) ? [] : [{ ...term, forms }];
  });
  return { ...own, terms: [...own.terms, ...more] };
}

type Forms = readonly string[] | Readonly<Record<string, string>>;

/**
 * Returns the forms of a term. A form that starts in lower case also has a capitalised form, for the start of a
 * sentence.
 */
function formsOf(term: string, expansion: string | undefined, own: Forms = []): Map<string, string | undefined> {
  const others = isList(own) ? own.map((form) => [form, undefined] as const) : Object.entries(own);
  const forms = [[term, expansion] as const, ...others];
  const capitals = expansion === undefined ? forms.map(([form, words]) => [capitalise(form), words] as const) : [];
  return new Map([...forms, ...capitals]);
}

function isList(forms: Forms): forms is readonly string[] {
  return Array.isArray(forms);
}

function capitalise(word: string): string {
  const [first = ""] = word;
  return first.toUpperCase() + word.slice(first.length);
}

/** Returns the location of each `term:`. */
function placesOf(text: string): SourcePoint[] {
  return text.split("\n").flatMap((line, index) => {
    const found = /^[ \t]*(?:-[ \t]+)?(?=term[ \t]*:)/.exec(line);
    return found ? [{ line: index + 1, column: found[0].length + 1 }] : [];
  });
}
