import { z } from "zod";
import { directive } from "../directive.ts";
import { span, withClass } from "../parts.ts";
import type { IssueParams } from "../read-attributes.ts";

const least = 10;
const most = 160;

const width = z
  .string()
  .default("50mm")
  .refine((value) => /^\d+mm$/.test(value) && parseInt(value, 10) >= least && parseInt(value, 10) <= most, {
    message: "is not a width of a field.",
    params: { hint: `Write ${least}mm to ${most}mm.` } satisfies IssueParams,
  })
  .describe(`A length from ${least}mm to ${most}mm.`);

export const field = directive({
  name: "field",
  attributes: { width },
  example: ":field[Your name]{width=60mm}",
  description: "A blank in a line of text, labelled by the words in brackets.",
  text: (node, { attributes, properties }) => [
    span(node, { ...withClass("field", properties), dataWidth: String(parseInt(attributes.width, 10)) }),
  ],
});
