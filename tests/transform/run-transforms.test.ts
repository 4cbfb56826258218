import { expect, test } from "vitest";
import { htmlTransforms } from "../../src/transform/html-transforms.ts";
import { markdownTransforms } from "../../src/transform/markdown-transforms.ts";
import { runTransforms, type Transform } from "../../src/transform/run-transforms.ts";

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

test("a transform that stands before one that it needs is a fault", () => {
  expect(() => runTransforms([step("b", "a"), step("a")], [])).toThrow(
    'The transform "b" needs "a" before it: for a test',
  );
});

const articleTransforms = [...markdownTransforms, ...htmlTransforms];

test.each(articleTransforms.filter(({ needs }) => needs.length > 0).map(({ name, needs }) => [name, needs] as const))(
  "%s fails without what it needs",
  (name, needs) => {
    const moved = articleTransforms.map(({ name: one, needs: before, why }) => ({ ...step(one, ...before), why }));
    const first = moved.find((transform) => transform.name === name);
    if (!first) throw new Error(`There is no transform "${name}".`);
    expect(() => runTransforms([first, ...moved.filter((one) => one !== first)], [])).toThrow(needs[0]);
  },
);

test("each transform has a name of its own and says why it stands where it does", () => {
  const names = articleTransforms.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { why } of articleTransforms) expect(why).toMatch(/^[A-Z].*\.$/);
});
