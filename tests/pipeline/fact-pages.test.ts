import { expect, test } from "vitest";
import { factEntry } from "../../src/pipeline/manifest.ts";
import { blocksOf } from "../../src/model/blocks.ts";
import { textOf } from "../../src/model/text-of.ts";
import { treesOf } from "../../src/transform/whole-publication.ts";
import { prepareSource, printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const fact = (id: string): string => `${id}:
  value: ${id} value
  statement: The ${id}
  source: A source
  checked: 2026-01-01
  confidence: seen
`;

const publication = {
  "memo/publication.yaml": "title: A memo\nchapters: [one.md, two.md]\n",
  "memo/facts.yaml": ["paragraph", "row", "item", "note", "included", "silent"].map(fact).join(""),
  "memo/one.md": `# One

Before.

A paragraph with :fact[paragraph] and :fact[silent]{note}.[^1]

| Name | Value       |
| ---- | ----------- |
| Some | nothing     |
| This | :fact[row]  |

- An item.
- An item with :fact[item].

::include{file=part.md}

[^1]: A note with :fact[note]{plain}.
`,
  "memo/part.md": "A part with :fact[included].\n",
  "memo/two.md": "# Two\n\nAgain, :fact[paragraph]{plain}.\n",
};

async function prepared() {
  const folder = await temporaryFolder(publication);
  const outcome = await prepareSource(worldIn(folder), "memo");
  if (!outcome.ok) throw new Error(printDiagnostics(outcome.diagnostics));
  return outcome.value;
}

test("the blocks that state a fact: the innermost of each place, in every chapter and in notes", async () => {
  const { facts, whole } = await prepared();
  const blocks = whole.chapters.flatMap((chapter) => treesOf(chapter).flatMap(blocksOf));
  const texts = new Map(blocks.map((block) => [`offprint.${block.data?.block ?? ""}`, textOf(block).trim()]));
  const stated = facts.map(({ id, blocks: ids }) => [id, ids.flatMap((name) => texts.get(name) ?? name)]);
  expect(Object.fromEntries(stated)).toEqual({
    paragraph: ["A paragraph with paragraph value and .", "Again, paragraph value."],
    row: ["This\nrow value"],
    item: ["An item with item value."],
    note: ["A note with note value."],
    included: ["A part with included value."],
    silent: [],
  });
});

test("a fact has each page on which a block that states it begins, once and in order", () => {
  const listed = { id: "fee", statement: "The fee", value: "$10", checked: "2026-01-01" };
  const positions = new Map([3, 2, 3].map((page, index) => [`offprint.b${index}`, { page, top: 0, left: 0 }]));
  const blocks = ["own", "offprint.b0", "offprint.b1", "offprint.b2", "offprint.b9"];
  expect(factEntry({ ...listed, blocks }, positions)).toEqual({ ...listed, pages: [2, 3] });
  expect(factEntry({ ...listed, blocks }, undefined)).toEqual(listed);
});
