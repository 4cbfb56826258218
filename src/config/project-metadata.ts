import type { z } from "zod";
import { frontMatter } from "./front-matter.ts";

/** Metadata that a project can set for all publications: nothing that identifies one of them, and no file names. */
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
