import type { Files } from "../temporary.ts";

/** A book of two chapters that cite. */
export const citingBook: Files = {
  "publication.yaml": "title: Rates\nauthors: [An Author]\ndate: 2026-05-01\nchapters: [first.md, second.md]\n",
  "references.yaml": `- id: model
  type: book
  title: A book
  author: [{ family: Model, given: Cy }]
  issued: 2019
- id: example
  type: article-journal
  title: An article
  author: [{ family: Example, given: Ada }]
  container-title: A Journal
  issued: 2021
  DOI: 10.1000/182
`,
  "first.md": "# First\n\nOne work [@example, p. 4].\n",
  "second.md": "# Second\n\nTwo works [@model; @example].[^1]\n\n[^1]: A note [@model].\n",
};
