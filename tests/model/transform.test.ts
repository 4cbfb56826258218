import { expect, test } from "vitest";
import { bookTransforms } from "../../src/formats/epub/compose/book-transforms.ts";
import { webTransforms } from "../../src/formats/html/compose/web-transforms.ts";
import { printTransforms } from "../../src/formats/pdf/compose/print-transforms.ts";
import { repairsFor } from "../../src/formats/pdf/repair/repairs.ts";
import { editionTransforms } from "../../src/transform/edition/edition-transforms.ts";
import { htmlTransforms } from "../../src/transform/html-transforms.ts";
import { markdownTransforms } from "../../src/transform/markdown-transforms.ts";
import { publicationTransforms } from "../../src/transform/publication-transforms.ts";
import { runTransforms, type Transform } from "../../src/model/transform.ts";

const step = (name: string, ...needs: string[]): Transform<string[]> => ({
  name,
  needs,
  why: "for a test",
  run: (done) => done.push(name),
});

test("transforms run in the order of their list", () => {
  const done: string[] = [];
  runTransforms([step("a"), step("b", "a"), step("c", "a", "z")], done, [step("z")]);
  expect(done).toEqual(["a", "b", "c"]);
});

test("a transform listed before one that it needs is a fault", () => {
  expect(() => runTransforms([step("b", "a"), step("a")], [])).toThrow(
    'The transform "b" needs "a" before it: for a test',
  );
});

interface Listed {
  readonly name: string;
  readonly needs?: readonly string[];
  readonly why: string;
}

const lists: readonly (readonly Listed[])[] = [
  [...markdownTransforms, ...htmlTransforms],
  publicationTransforms,
  editionTransforms,
  webTransforms,
  bookTransforms,
  printTransforms,
  repairsFor("ua-1"),
  repairsFor("ua-2"),
];

const dependent = lists.flatMap((list) =>
  list.flatMap(({ name, needs }) => (needs === undefined ? [] : [{ list, name, needs }])),
);

test.each(dependent)("$name fails without its requirement", ({ list, name, needs }) => {
  const moved = list.map(({ name: text, needs: before = [], why }) => ({ ...step(text, ...before), why }));
  const first = moved.find((transform) => transform.name === name);
  if (!first) throw new Error(`There is no transform "${name}".`);
  expect(() => runTransforms([first, ...moved.filter((item) => item !== first)], [])).toThrow(needs[0]);
});

test("each transform has a unique name and a reason for its place", () => {
  for (const list of lists) expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  for (const { why } of lists.flat()) expect(why).toMatch(/^[A-Z].*\.$/);
});
