import type { z } from "zod";
import { frontMatter, type FrontMatter } from "./front-matter.ts";

/** What a project may say for all its publications: nothing that tells one of them from the others, and no file. */
export const projectMetadata = frontMatter.pick({
  authors: true,
  editors: true,
  date: true,
  language: true,
  keywords: true,
  publisher: true,
  series: true,
  licence: true,
  rights: true,
  "citation-style": true,
  contents: true,
  editions: true,
  pages: true,
  notes: true,
  variables: true,
  certifier: true,
  review: true,
});

export type ProjectMetadata = z.output<typeof projectMetadata>;

/** A publication's own words before those of its project; of variables, each by itself. */
export function withProject(own: FrontMatter, project: ProjectMetadata = {}): FrontMatter {
  const variables = { ...project.variables, ...own.variables };
  return { ...project, ...own, ...(Object.keys(variables).length > 0 && { variables }) };
}
