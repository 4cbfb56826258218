import { z } from "zod";
import { directive } from "../directive.ts";
import { span } from "../parts.ts";

const words = z.string().optional();

export const indexTerm = directive({
  name: "index",
  attributes: {
    term: words.describe("The index entry, if it differs from the text."),
    sub: words.describe("A subentry."),
    see: words.describe("Another entry to refer to, instead of this page."),
  },
  example: ":index[words]{term=entry}",
  description: "A place listed in the index; without words it is invisible.",
  text(node, { attributes: { term = "", sub, see }, properties, report }) {
    if (node.children.length === 0 && term === "") {
      const message = "This mark for the index has no words and no term.";
      report("directiveComplete", node, message, 'Write :index[words] or :index{term="a term"}.');
      return [];
    }
    return [span(node, { ...properties, dataTerm: term, ...(sub && { dataSub: sub }), ...(see && { dataSee: see }) })];
  },
});
