/**
 * Questions that no program can answer, with their sources. https://www.w3.org/TR/WCAG22/, Matterhorn Protocol 1.1,
 * "Human"
 */
export const forPeople: readonly { readonly question: string; readonly source: string; readonly page: string }[] = [
  ["Does each alternative text say what its picture says?", "WCAG 2.2, 1.1.1", "non-text-content"],
  ["Does each heading say what its section is about?", "WCAG 2.2, 2.4.6", "headings-and-labels"],
  [
    "Does each link tell where it leads, by its words and the sentence around it?",
    "WCAG 2.2, 2.4.4",
    "link-purpose-in-context",
  ],
  ["Is the text understood where colours are not seen?", "WCAG 2.2, 1.4.1", "use-of-color"],
  ["Is a passage in another language marked as such?", "WCAG 2.2, 3.1.2", "language-of-parts"],
  [
    "Are the header cells of each table those that its cells are read with?",
    "WCAG 2.2, 1.3.1",
    "info-and-relationships",
  ],
  ["Does the text make sense when it is read aloud from beginning to end?", "WCAG 2.2, 1.3.2", "meaningful-sequence"],
].map(([question = "", source = "", page = ""]) => ({
  question,
  source,
  page: `https://www.w3.org/WAI/WCAG22/Understanding/${page}.html`,
}));

/** A question that only an expert on the subject can answer. */
export const forExperts = "Are the facts right, and does each source say what the text says that it does?";
