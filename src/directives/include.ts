import { z } from "zod";
import { directive } from "./directive.ts";
import type { IssueParams } from "./read-attributes.ts";

/** Resolved before all other directives: the included text may contain directives. */
export const include = directive({
  name: "include",
  attributes: {
    file: z.string().default("").describe("A Markdown file, or another one that is set as code, in the project."),
    part: z
      .string()
      .default("")
      .describe("Lines of it, such as 2:10, or what stands between ANCHOR: name and ANCHOR_END: name."),
    levels: z
      .string()
      .default("0")
      .refine((levels) => /^[0-4]$/.test(levels), {
        message: "is not a number of levels.",
        params: { hint: "Write by how many levels headings go down, from 1 to 4." } satisfies IssueParams,
      })
      .describe("By how many levels its headings go down."),
  },
  carries: false,
  example: "::include{file=part.md}",
  description: "The text of another file.",
  // Already replaced by its text.
  leaf: () => [],
});
