import type { Files } from "../temporary.ts";

/** A book with a table in an included text that a checker of accessibility finds wanting. */
export const includedPart: Files = {
  "book/publication.yaml": "title: A book\nchapters: [one.md, two.md]\n",
  "book/one.md": "# One\n\nText.\n",
  "book/two.md": "# Two\n\n::include{file=part.md}\n",
  "book/part.md": "Words.\n\n<table><tr><th></th><th>A</th></tr><tr><td>x</td><td>y</td></tr></table>\n",
};
