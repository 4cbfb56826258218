import { z } from "zod";
import { type Outcome, succeed } from "../model/outcome.ts";
import { projectMetadata, type ProjectMetadata } from "./project-metadata.ts";
import { readYaml } from "./read-yaml.ts";

// The keys of Citation File Format 1.2.0 that publications can inherit (https://doi.org/10.5281/zenodo.5171937).

const text = z.string().optional().catch(undefined);
const person = z.looseObject({
  "given-names": text,
  "name-particle": text,
  "family-names": text,
  "name-suffix": text,
  /** Name of an organisation. */
  name: text,
  orcid: text,
  affiliation: text,
});
const file = z.looseObject({
  authors: z.array(person).optional().catch(undefined),
  license: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  keywords: z.array(z.string()).optional().catch(undefined),
});

/** Reads a CITATION.cff as metadata for all publications of a project. Ignores what it does not understand. */
export function readCitationFile(source: string): Outcome<ProjectMetadata> {
  const read = readYaml(source, file, { file: "CITATION.cff", rule: "configShape" });
  if (!read.ok) return read;
  const { authors, license, keywords } = read.value;
  // Several licences are alternatives, but a publication has only one.
  const licence = typeof license === "string" ? license : license?.length === 1 ? license[0] : undefined;
  const shape = projectMetadata.shape;
  return succeed({
    ...optional("authors", shape.authors.safeParse(authors?.map(toContributor))),
    ...optional("licence", shape.licence.safeParse(licence)),
    ...optional("keywords", shape.keywords.safeParse(keywords)),
  });
}

function optional<K extends string, T>(
  key: K,
  parsed: z.ZodSafeParseResult<T | undefined>,
): { readonly [key in K]?: T } {
  return parsed.success && parsed.data !== undefined ? ({ [key]: parsed.data } as { [key in K]: T }) : {};
}

function toContributor(contributor: z.output<typeof person>) {
  const { orcid, affiliation } = contributor;
  const parts = [
    contributor["given-names"],
    contributor["name-particle"],
    contributor["family-names"],
    contributor["name-suffix"],
  ];
  const name = contributor.name ?? parts.filter(Boolean).join(" ");
  return { name, ...(orcid !== undefined && { orcid }), ...(affiliation !== undefined && { affiliation }) };
}
