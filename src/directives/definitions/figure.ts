import type { Paragraph } from "mdast";
import { z } from "zod";
import { directive } from "../directive.ts";
import { element, splitLabel, withClass } from "../parts.ts";
import type { IssueParams } from "../read-attributes.ts";

/** `:::figure[Caption]` around an image or anything else. */
export const figure = directive({
  name: "figure",
  attributes: {
    columns: z
      .string()
      .default("")
      .refine((value) => /^[2-4]?$/.test(value), {
        message: "is not a number of columns.",
        params: { hint: "Write 2, 3 or 4." } satisfies IssueParams,
      })
      .describe("The number of parts side by side, from 2 to 4."),
  },
  example: ":::figure[Caption]",
  description:
    "A numbered figure of what it holds, with a caption; several pictures or figures in it are its parts (a), (b).",
  container(node, { attributes: { columns }, properties }) {
    const { label, rest } = splitLabel(node);
    const caption: Paragraph[] = label ? [{ type: "paragraph", children: label, data: { hName: "figcaption" } }] : [];
    const own = columns === "" ? properties : withClass(`layout-${columns}`, properties);
    return [element(node, "figure", { ...own, dataKind: "figure" }, [...rest, ...caption])];
  },
});
