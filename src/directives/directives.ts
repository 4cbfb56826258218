import { callouts } from "./callouts.ts";
import { checklist } from "./checklist.ts";
import { conditions } from "./conditions.ts";
import type { Directive } from "./directive.ts";
import { div } from "./div.ts";
import { fact } from "./fact.ts";
import { field } from "./field.ts";
import { figure } from "./figure.ts";
import { include } from "./include.ts";
import { indexTerm } from "./index-term.ts";
import { key } from "./key.ts";
import { landscape } from "./landscape.ts";
import { pageBreak } from "./page-break.ts";
import { span } from "./span.ts";
import { table } from "./table.ts";
import { writeOn } from "./write-on.ts";

/** All directives, in the order of the guide. */
export const directives: readonly Directive[] = [
  ...callouts,
  figure,
  table,
  div,
  span,
  ...conditions,
  checklist,
  writeOn,
  field,
  key,
  fact,
  indexTerm,
  include,
  pageBreak,
  landscape,
];
