import { fromHtml } from "hast-util-from-html";
import { toText } from "hast-util-to-text";
import { beforeAll, expect, test } from "vitest";
import type { Artifact } from "../../src/model/artifact.ts";
import { built } from "../support/built.ts";
import { openEpub, textOf } from "../support/epub.ts";
import { openPdf } from "../support/pdf.ts";

// A figure, its note and the table of sources and dates are the same in every format.

const publication = {
  "article.md": "# A text\n\nOf all who try, :fact[rate] pass. The limit is :fact[limit]{plain}.\n",
  "facts.yaml": `\
rate:
  value: 70
  unit: percent
  decimals: 1
  statement: Those who pass
  source: '"A yearbook," 2025.'
  checked: 2026-11-23
  recheck: 2999-05-23
  confidence: second-hand
limit:
  value: four times
  statement: How often one may try
  source: A rule
  checked: 2026-11-23
  confidence: seen
`,
};

const sentence = "Of all who try, 70.0 percent1 pass. The limit is four times.";
const note = "“A yearbook,” 2025. Second-hand. Checked on November 23, 2026, to be checked again by May 23, 2999.";
const heads = ["Source", "Facts", "Checked", "Check again by"];
const rows = [
  ["“A yearbook,” 2025. Second-hand.", "Those who pass: 70.0 percent", "Nov 23, 2026", "May 23, 2999"],
  ["A rule. Seen at the source.", "How often one may try: four times", "Nov 23, 2026", "–"],
];

const made: { artifacts: readonly Artifact[] } = { artifacts: [] };

beforeAll(async () => {
  made.artifacts = await built(publication, ["web", "ebook", "handout"]);
});

function bytesOf(edition: string): Uint8Array {
  const artifact = made.artifacts.find((candidate) => candidate.edition === edition);
  if (!artifact) throw new Error(`No ${edition} was made.`);
  return artifact.bytes;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

test("facts are listed on the web page", () => {
  const text = oneLine(toText(fromHtml(new TextDecoder().decode(bytesOf("web")))));
  expect(text).toContain(sentence);
  expect(text).toContain(note);
  expect(text).toContain(`Sources and dates ${[heads, ...rows].map((row) => row.join(" ")).join(" ")}`);
});

test("facts are listed in the e-book", () => {
  const book = openEpub(bytesOf("ebook"));
  const [path = ""] = Object.keys(book.files).filter((name) => /text\/\d+-article\.xhtml$/.test(name));
  const cells = book
    .all(path, "tr")
    .map((row) => row.children.flatMap((cell) => (cell.type === "element" ? [oneLine(textOf(cell))] : [])));
  expect(cells).toEqual([heads, ...rows]);
  expect(book.all(path, "p").map((paragraph) => oneLine(textOf(paragraph)))).toContain(sentence);
  expect(oneLine(book.all(path, "body").map(textOf).join(" "))).toContain(note);
});

test("facts are listed in the handout, in a table with headers for its columns and rows", async () => {
  const pdf = await openPdf(bytesOf("handout"));
  const text = oneLine(pdf.texts.join(" "));
  expect(text).toContain(sentence);
  expect(text).toContain(note);
  expect(pdf.outline.map(({ title }) => title)).toEqual(["Sources and dates", "Notes"]);
  // Where a cell wraps, its reader gives no space between the lines.
  const bare = (spaced: string): string => spaced.replaceAll(/\s/g, "");
  const tree = bare(pdf.trees.join("\n"));
  for (const head of [...heads, ...rows.map(([source]) => source ?? "")])
    expect(tree).toMatch(new RegExp(`TH\\([^)]*${bare(head).slice(0, 10)}`));
});
