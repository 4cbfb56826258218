import { z } from "zod";
import { directive } from "../directive.ts";
import type { IssueParams } from "../read-attributes.ts";

/** Resolved before all other directives: the included text may contain directives. */
export const include = directive({
  name: "include",
  attributes: {
    file: z
      .string()
      .default("")
      .describe("A file of the project: Markdown, a piece of HTML, or another text file to print as code."),
    part: z
      .string()
      .default("")
      .describe("A range of lines, such as 2:10, or the name of a part between ANCHOR: name and ANCHOR_END: name."),
    levels: z
      .string()
      .default("0")
      .refine((levels) => /^[0-4]$/.test(levels), {
        message: "is not a number of levels.",
        params: { hint: "Write the number of levels to lower headings, from 1 to 4." } satisfies IssueParams,
      })
      .describe("The number of levels to lower its headings."),
  },
  carries: false,
  example: "::include{file=part.md}",
  description: "The text of another file.",
  // Already replaced by its text.
  leaf: () => [],
});
