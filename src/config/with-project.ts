import type { FrontMatter } from "./front-matter.ts";
import type { ProjectMetadata } from "./project-metadata.ts";

/** Merges metadata of a project into those of a publication, which take precedence. Variables are merged one by one. */
export function withProject(own: FrontMatter, project: ProjectMetadata = {}): FrontMatter {
  const variables = { ...project.variables, ...own.variables };
  return { ...project, ...own, ...(Object.keys(variables).length > 0 && { variables }) };
}
